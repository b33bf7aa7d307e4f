import { ApiProperty } from '@nestjs/swagger';
import type { BulletinEntry, BulletinFile, ReachedTarget, ScheduleOrder } from '@zhuqi/application';
import {
  BULLETIN_KIND_LABEL,
  numberText,
  type BulletinContent,
  type BulletinKind,
  type Figure,
  type Population,
  type RegularKind,
} from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView } from '../ticket-list/ticket-summary.view';

/** 一期通报 */
export class BulletinSummaryView {
  id: string;
  regionCode: string;
  /** weekly 周 | half_monthly 半月 | monthly 月 | special 专题 */
  @ApiProperty({ type: String })
  kind: BulletinKind;
  kindLabel: string;
  from: string;
  to: string;
  /** 数字截至的时刻 */
  asOf: string;
  /** 年度内的期号，如〔2023〕1号 */
  number: string;
  title: string;
  publishedAt: string;
  /** 按期自动发布的为 null */
  publishedBy: ReferenceView | null;
  /** 原文（content 的 JSON 文本）的 SHA-256，可据以核对原文未变 */
  digest: string;
}

/** 更正说明：列在通报旁，通报原文不变 */
export class BulletinNoteView {
  id: string;
  text: string;
  madeAt: string;
  madeBy: ReferenceView;
}

/** 一期通报的原文与更正说明 */
export class BulletinView extends BulletinSummaryView {
  /** 发布时的原文，此后不变；其中的时刻为毫秒数 */
  @ApiProperty({ type: 'object', additionalProperties: true })
  content: BulletinContent;
  notes: BulletinNoteView[];
}

/** 一页通报 */
export class BulletinPageView {
  items: BulletinSummaryView[];
  nextCursor: string | null;
  total?: number;
}

/** 按期自动发布的通报 */
export class BulletinScheduleView {
  regionCode: string;
  @ApiProperty({ type: [String] })
  kinds: RegularKind[];
}

/** 目标与完成情况 */
export class FigureTargetView {
  id: string;
  @ApiProperty({ type: String })
  population: Population;
  @ApiProperty({ type: String })
  figure: Figure;
  label: string;
  from: string;
  to: string;
  target: number;
  actual: number;
  /** 完成率：整数百分数，四舍五入 */
  display: string | null;
  reason: string;
  madeAt: string;
  madeBy: ReferenceView;
}

/** 一地区的各项目标 */
export class FigureTargetsView {
  items: FigureTargetView[];
  nextCursor: string | null;
}

export const bulletinSummaryView = (entry: BulletinEntry): BulletinSummaryView => ({
  id: entry.id,
  regionCode: entry.regionCode,
  kind: entry.kind,
  kindLabel: BULLETIN_KIND_LABEL[entry.kind],
  from: entry.from,
  to: entry.to,
  asOf: isoOf(entry.asOf),
  number: numberText(entry.number),
  title: entry.title,
  publishedAt: isoOf(entry.publishedAt),
  publishedBy: entry.publishedBy,
  digest: entry.digest,
});

export const bulletinView = (file: BulletinFile): BulletinView => ({
  ...bulletinSummaryView(file),
  content: file.content,
  notes: file.notes.map(({ id, text, madeAt, madeBy }) => ({ id, text, madeAt: isoOf(madeAt), madeBy })),
});

export const bulletinScheduleView = ({ regionCode, kinds }: ScheduleOrder): BulletinScheduleView => ({
  regionCode,
  kinds: [...kinds],
});

export const figureTargetsView = (targets: readonly ReachedTarget[]): FigureTargetsView => ({
  items: targets.map((target) => ({ ...target, madeAt: isoOf(target.madeAt) })),
  nextCursor: null,
});
