import type { PersonOnPost, Substitution, SubstitutionEntry, SubstitutionState } from '@zhuqi/application';
import type { Day } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView } from '../ticket-list/ticket-summary.view';
import { isoOrNull } from '../ticket/view-values';

/** 新安排的代班 */
export class SubstitutionMadeView {
  id: string;
  person: ReferenceView;
  substitute: ReferenceView;
  from: Day;
  /** 最后一天，含当日 */
  to: Day;
  reason: string;
  madeAt: string;
}

/** 一段代班 */
export class SubstitutionView extends SubstitutionMadeView {
  /** current 今天有效 | coming 尚未开始 | past 已结束 */
  state: SubstitutionState;
  madeBy: ReferenceView;
  /** 提前结束的时间 */
  endedAt: string | null;
}

/** 一页代班 */
export class SubstitutionPageView {
  items: SubstitutionView[];
  nextCursor: string | null;
  total?: number;
}

const referenceOf = ({ id, name }: PersonOnPost): ReferenceView => ({ id, name });

export const substitutionMadeView = (
  made: Substitution,
  person: PersonOnPost,
  substitute: PersonOnPost,
): SubstitutionMadeView => ({
  ...{ id: made.id, person: referenceOf(person), substitute: referenceOf(substitute) },
  ...{ from: made.from, to: made.to, reason: made.reason, madeAt: isoOf(made.madeAt) },
});

export const substitutionView = (entry: SubstitutionEntry): SubstitutionView => ({
  ...{ id: entry.id, state: entry.state, person: entry.person, substitute: entry.substitute },
  ...{ from: entry.from, to: entry.to, reason: entry.reason, madeBy: entry.madeBy },
  madeAt: isoOf(entry.madeAt),
  endedAt: isoOrNull(entry.endedAt),
});
