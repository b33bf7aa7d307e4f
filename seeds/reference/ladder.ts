import type { ReferenceUnitKind } from './units';

export interface LadderStep {
  readonly tier: 1 | 2 | 3 | 4 | 5;
  readonly holderKind: 'officer' | ReferenceUnitKind;
  readonly label: string;
}

/** The four-level mechanism read from below, with the city above it. */
const FOUR_LEVELS_AND_CITY = [
  { tier: 1, holderKind: 'officer', label: '驻企服务专员' },
  { tier: 2, holderKind: 'township', label: '属地街镇' },
  { tier: 3, holderKind: 'department', label: '行业管理部门' },
  { tier: 4, holderKind: 'office', label: '区领导小组办公室' },
  { tier: 5, holderKind: 'city_office', label: '市领导小组办公室' },
] as const satisfies readonly LadderStep[];

/** Who holds a ticket at which tier, per district: data, since the ladder differs elsewhere. */
export const LADDERS = {
  '220105': FOUR_LEVELS_AND_CITY,
  '220106': FOUR_LEVELS_AND_CITY,
} as const satisfies Readonly<Record<string, readonly LadderStep[]>>;
