import { scopeOf } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { dimensionKey } from './dimension.sql';
import { FIGURE_COLUMN } from './figure-column.sql';
import { COMPLAINTS, regionCondition, type LedgerQuestion } from './ledger-entries.sql';
import type { RolledPlan } from './rolled-plan';

const FIGURES = Object.values(FIGURE_COLUMN);

/** Single postings, where there are no sums that would do. */
export class Postings {
  private readonly same: string;
  private readonly months: string;
  private readonly keys: readonly string[];

  constructor(
    private readonly question: LedgerQuestion,
    private readonly plan: RolledPlan,
    private readonly parameters: Parameters,
  ) {
    const { selection, groupBy } = question;
    this.same = `${regionCondition(selection.regionCodes, parameters)}
      and l.population = ${parameters.add(selection.population)}`;
    const { from, until } = plan.months;
    const bounds = [
      ...(from === null ? [] : [`l.collected_on >= ${parameters.add(from)}::date`]),
      ...(until === null ? [] : [`l.collected_on < ${parameters.add(until)}::date`]),
    ];
    this.months = bounds.length === 0 ? 'true' : bounds.join(' and ');
    this.keys = groupBy.map(
      (dimension, index) => `(${dimensionKey(dimension, 'cohort', '')})::text as k${String(index)}`,
    );
  }

  /** Posted in the stretch that has not come to its end at the instant asked for. */
  open(when: string): string {
    return this.select(`ledger l where ${this.same} and ${this.months} and ${this.unhidden} and ${when}`);
  }

  /** Not rolled up yet. */
  waiting(when: string): string {
    return this.select(`ledger_tail w join ledger l using (ticket_id, seq, part)
      where ${this.same} and ${this.months} and ${this.unhidden} and ${when}`);
  }

  /** Of tickets collected on the days beside the whole months. */
  ofDays(when: string): string[] {
    return this.plan.days.map(({ from, to }) =>
      this.select(`ledger l where ${this.same} and ${this.readable} and ${when}
        and l.collected_on >= ${this.day(from)} and l.collected_on <= ${this.day(to)}`),
    );
  }

  /** Of the confidential tickets the reader leads. */
  led(when: string): string[] {
    if (this.plan.leaderIds === null || this.plan.leaderIds.length === 0) return [];
    return [
      this.select(
        `ledger l where ${this.same} and ${this.months} and l.confidential and ${this.byReader} and ${when}`,
      ),
    ];
  }

  /** Of the tickets that are in everything above and do not count: those about the reader, or all complaints. */
  takenBack(when: string): string {
    const { from, to, withoutComplaints } = this.question.selection;
    const period = [
      ...(from === null ? [] : [`l.collected_on >= ${this.day(from)}`]),
      ...(to === null ? [] : [`l.collected_on <= ${this.day(to)}`]),
    ];
    const left = withoutComplaints === true ? COMPLAINTS : this.aboutReader;
    const conditions = [this.same, this.readable, `l.ticket_id = any (array(${left}))`, when, ...period];
    return this.select(`ledger l where ${conditions.join(' and ')}`, '-');
  }

  private select(from: string, sign: '' | '-' = ''): string {
    return `select ${[...this.keys, ...FIGURES.map((column) => `${sign}l.${column}`)].join(', ')} from ${from}`;
  }

  private get aboutReader(): string {
    const persons = this.parameters.add(scopeOf(this.question.reader).personIds);
    return `select about.id from ticket about where about.about_person_id = any(${persons}::uuid[])`;
  }

  private get unhidden(): string {
    return this.plan.leaderIds === null ? 'true' : 'not l.confidential';
  }

  private get readable(): string {
    return this.plan.leaderIds === null ? 'true' : `(not l.confidential or ${this.byReader})`;
  }

  private get byReader(): string {
    return `l.leader_id = any(${this.parameters.add(this.plan.leaderIds)}::uuid[])`;
  }

  private day(value: string): string {
    return `${this.parameters.add(value)}::date`;
  }
}
