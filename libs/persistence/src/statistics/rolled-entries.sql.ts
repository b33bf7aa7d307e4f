import type { Parameters } from '../access/scope-sql';
import type { LedgerQuestion } from './ledger-entries.sql';
import type { RolledPlan } from './rolled-plan';
import { Postings } from './rolled-postings.sql';
import { Sums } from './rolled-sums.sql';

/**
 * What a question sums up, with its keys as `k0`, `k1`: sums where there are some, entries for the rest. All of it is
 * one statement and so one snapshot, in which every posting is in the rollup or in the tail.
 */
export function rolledEntries(question: LedgerQuestion, plan: RolledPlan, parameters: Parameters): string {
  const at = momentsOf(question, plan, parameters);
  const sums = new Sums(question, plan, parameters);
  const postings = new Postings(question, plan, parameters);
  const parts = [
    sums.where(`r.level = 'ever'`, ALL_OF_IT),
    sums.where(`r.level = 'month' and r.bucket < ${at.month}`, NOT_ALL),
    sums.where(`r.level = 'day' and r.bucket >= ${at.month} and r.bucket < ${at.day}`, NOT_ALL),
    ...(plan.cut === 'all'
      ? [sums.where(`r.level = 'hour' and r.bucket >= ${at.day} and r.bucket < ${at.hour}`, NOT_ALL)]
      : []),
    postings.open(`l.at >= ${at.rest} and l.at <= ${at.asOf} and ${NOT_ALL}`),
    postings.waiting(`l.at <= ${at.asOf} and (${ALL_OF_IT} or l.at < ${at.rest})`),
    ...postings.ofDays(`l.at <= ${at.asOf}`),
    ...postings.led(`l.at <= ${at.asOf}`),
    postings.takenBack(`l.at <= ${at.asOf}`),
  ];
  return `with ${sums.mark(at.asOf)} ${parts.join('\nunion all ')}`;
}

/** Nothing in the rollup is later than the instant asked for: no need to look when it was posted. */
const ALL_OF_IT = '(select mark.early from mark)';
const NOT_ALL = `not ${ALL_OF_IT}`;

/** Placeholders of the instant asked for and of the stretches it lies in; `rest` is where sums end and entries begin. */
function momentsOf({ selection }: LedgerQuestion, { cut }: RolledPlan, parameters: Parameters) {
  const instant = (value: Date): string => `${parameters.add(value)}::timestamptz`;
  const [asOf, month, day] = [
    instant(selection.asOf),
    instant(selection.monthBegan),
    instant(selection.dayBegan),
  ];
  const hour = cut === 'all' ? instant(selection.hourBegan) : day;
  return { asOf, month, day, hour, rest: hour };
}
