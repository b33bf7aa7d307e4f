import { Injectable } from '@nestjs/common';
import { FoundingStore, IdGenerator, refuse, SeedStore } from '@zhuqi/application';
import { regionDefaults } from './plant-reference';
import type { ReferenceRegion, RegionKind } from './regions';

export interface NewRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
}

/** What its dispatching unit is, and what it is called behind the region's name. */
const OFFICES = {
  city: { kind: 'city_office', suffix: '领导小组办公室' },
  district: { kind: 'office', suffix: '领导小组办公室' },
  zone: { kind: 'office', suffix: '领导小组办公室' },
} as const satisfies Record<RegionKind, { kind: string; suffix: string }>;

const NO_ROWS = {
  categories: [],
  rejectionGrounds: [],
  unitIndustries: [],
  calendarDays: [],
  calendarYears: [],
};

/** Founds a region with the default calendar and policy, and the office that dispatches in it. */
@Injectable()
export class FoundRegion {
  constructor(
    private readonly regions: FoundingStore,
    private readonly store: SeedStore,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: NewRegion): Promise<{ readonly office: string }> {
    const region = wellFormed(input);
    if ((await this.regions.region(region.code)) !== null) {
      refuse('region.taken', `地区代码 ${region.code} 已被使用`, '/code');
    }
    await this.checkParent(region);
    const { kind, suffix } = OFFICES[region.kind];
    const office = `${region.name}${suffix}`;
    const unit = { id: this.ids.next(), regionCode: region.code, kind, name: office, position: 0 };
    const { policies, calendars } = regionDefaults([region]);
    await this.store.writeReference({
      ...NO_ROWS,
      regions: [region],
      units: [unit],
      policies,
      calendars,
    });
    return { office };
  }

  private async checkParent({ kind, parentCode }: ReferenceRegion): Promise<void> {
    if (parentCode === null) return;
    const parent = await this.regions.region(parentCode);
    if (parent === null) refuse('region.unknown', `没有上级地区 ${parentCode}`, '/parent');
    if (kind === 'city' || parent.kind !== 'city') {
      refuse('region.invalid', '只有区县和开发区有上级，且上级应为市', '/parent');
    }
  }
}

function wellFormed({ code, name, kind, parentCode }: NewRegion): ReferenceRegion {
  const trimmed = name.trim();
  if (!/^[1-9]\d{5}$/.test(code)) refuse('region.invalid', '地区代码应为六位行政区划代码', '/code');
  if (trimmed === '' || [...trimmed].length > 40)
    refuse('region.invalid', '地区名称应为 1 至 40 个字', '/name');
  if (!isKind(kind)) refuse('region.invalid', '地区类型应为 city、district 或 zone', '/kind');
  return { code, name: trimmed, kind, parentCode };
}

const isKind = (kind: string): kind is RegionKind => Object.hasOwn(OFFICES, kind);
