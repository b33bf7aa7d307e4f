import { scopeOf, type Dimension } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { dimensionKey } from './dimension.sql';
import { FIGURE_COLUMN } from './figure-column.sql';
import { COMPLAINTS, regionCondition, type LedgerQuestion } from './ledger-entries.sql';
import type { RolledPlan } from './rolled-plan';

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

const FIGURES = Object.values(FIGURE_COLUMN);

/** Sums of the rollup. */
class Sums {
  private readonly region: string;
  private readonly same: string;
  private readonly columns: string;

  constructor({ selection, groupBy }: LedgerQuestion, plan: RolledPlan, parameters: Parameters) {
    this.region = `${regionCondition(selection.regionCodes, parameters, 'r')}
      and r.population = ${parameters.add(selection.population)}`;
    const { from, until } = plan.months;
    this.same = [
      `r.cut = '${plan.cut}'`,
      ...(from === null ? [] : [`r.collected_month >= ${parameters.add(from)}::date`]),
      ...(until === null ? [] : [`r.collected_month < ${parameters.add(until)}::date`]),
      ...(plan.leaderIds === null ? [] : ['not r.confidential']),
    ].join(' and ');
    const keys = groupBy.map((dimension, index) => `${rollupKey(dimension)} as k${String(index)}`);
    this.columns = [...keys, ...FIGURES.map((column) => `r.${column}`)].join(', ');
  }

  mark(asOf: string): string {
    return `mark as materialized (select coalesce(max(r.last_at) <= ${asOf}, true) as early from ledger_rollup r
      where ${this.region} and r.cut = 'all' and r.level = 'ever')`;
  }

  where(stretch: string, when: string): string {
    return `select ${this.columns} from ledger_rollup r
      where ${this.region} and ${this.same} and ${stretch} and ${when}`;
  }
}

function rollupKey(dimension: Dimension): string {
  if (dimension === 'region') return 'r.region_code';
  if (dimension === 'month') return `to_char(r.collected_month, 'YYYY-MM')`;
  return `nullif(r.key, '')`;
}

/** Single postings, where there are no sums that would do. */
class Postings {
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
