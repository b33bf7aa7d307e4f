import { accepted, refused, type Decision } from '../decision';
import { dayNumber } from '../sla';
import type { Day } from '../time';

/** 代班: while a person is absent, from the first to the last day, somebody else does its work. */
export interface Absence {
  readonly personId: string;
  readonly substituteId: string;
  readonly from: Day;
  readonly to: Day;
}

/** Whoever is away for longer has left its post. */
const LONGEST_DAYS = 366;

const daysBetween = (from: Day, to: Day): number => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);

const overlap = (left: Absence, right: Absence): boolean => left.from <= right.to && right.from <= left.to;

/**
 * Whether an absence can be covered so: not in the past, once for a person at a time, and never by somebody who is
 * absent itself; a substitute has no substitute, so nothing wanders from desk to desk.
 */
export function maySubstitute(absence: Absence, others: readonly Absence[], today: Day): Decision<true> {
  const { personId, substituteId, from, to } = absence;
  if (from < today) return refused('substitution.period', `代班最早从今天（${today}）开始`, '/from');
  if (to < from) return refused('substitution.period', '结束日期不能早于开始日期', '/to');
  if (daysBetween(today, to) > LONGEST_DAYS)
    return refused('substitution.period', '代班最迟到一年以后；长期离岗请办理岗位交接', '/to');
  const during = others.filter((other) => overlap(absence, other));
  if (during.some((other) => other.personId === personId)) {
    return refused('substitution.overlap', '这段时间已为该人员安排了代班');
  }
  if (during.some((other) => other.personId === substituteId)) {
    return refused('substitution.chain', '代班人在这段时间也不在岗，不能再为他人代班');
  }
  if (during.some((other) => other.substituteId === personId)) {
    return refused('substitution.chain', '该人员在这段时间正为他人代班，请先改派');
  }
  return accepted(true);
}
