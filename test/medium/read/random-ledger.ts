import type { ResolutionRequest } from '@zhuqi/application';
import { FIGURES, mapFigures, type Dimension, type Figures } from '@zhuqi/domain';
import fc from 'fast-check';
import { idOf, type ReadingRoom } from './reading-room';
import { actor, ENTERPRISES, insertTicket, type ActorKey } from './two-districts';

/** A posting as it stands in the table; `figures` are its columns of figures. */
export interface Posting {
  readonly ticket: number;
  readonly seq: number;
  readonly at: number;
  readonly collectedOn: string;
  readonly region: string;
  readonly keys: Readonly<Record<'township' | 'department' | 'officer' | 'leader', string | null>>;
  readonly industry: string;
  readonly category: string;
  readonly tier: number | null;
  readonly population: 'enterprise' | 'project';
  readonly confidential: boolean;
  readonly figures: Figures;
}

const TICKETS = 12;
/** Every fourth ticket is about somebody who reads figures. */
const ABOUT: readonly ActorKey[] = ['office', 'leader', 'city'];
/** Whom a ticket complains about. */
export const aboutOf = (ticket: number): ActorKey | null =>
  ticket % 4 === 0 ? (ABOUT[(ticket / 4) % 3] ?? null) : null;

export async function settleTickets(room: ReadingRoom): Promise<void> {
  for (let n = 0; n < TICKETS; n += 1) {
    const about = aboutOf(n);
    await insertTicket(room, {
      key: `t${String(n)}`,
      enterprise: ENTERPRISES[n % ENTERPRISES.length]?.[0] ?? 'hongda',
      columns: { about_person_id: about === null ? null : idOf(about) },
    });
  }
}

const HOUR = 3_600_000;
/** 28 March 2023, midnight in Shanghai: the hours from here on cross the ends of four months. */
const BEGIN = Date.parse('2023-03-27T16:00:00Z');
const HOURS = 24 * 70;
export const dayOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 10);

/** Moments that like the edges of hours, days and months. */
export const moments = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: HOURS }),
      fc.integer({ min: 0, max: 70 }).map((day) => day * 24),
    ),
    fc.constantFrom(0, 1, HOUR / 2, HOUR - 1),
  )
  .map(([hour, ms]) => BEGIN + hour * HOUR + ms);

const posting = fc.record({
  ticket: fc.integer({ min: 0, max: TICKETS - 1 }),
  at: moments,
  daysBefore: fc.integer({ min: 0, max: 40 }),
  region: fc.constantFrom('220105', '220105', '220106'),
  keys: fc.record({
    township: fc.constantFrom('dongsheng', 'yingjun', null),
    department: fc.constantFrom('miit', 'commerce', null),
    officer: fc.constantFrom('officer', 'officer2', null),
    leader: fc.constantFrom('leader', 'leaderB', null),
  }),
  industry: fc.constantFrom('industry', 'trade'),
  category: fc.constantFrom('permits', 'financing'),
  tier: fc.constantFrom(1, 2, 5, null),
  population: fc.constantFrom('enterprise' as const, 'enterprise' as const, 'project' as const),
  confidential: fc.constantFrom(false, false, true),
  values: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: FIGURES.length, maxLength: FIGURES.length }),
});

export const ledgers: fc.Arbitrary<readonly Posting[]> = fc
  .array(posting, { minLength: 20, maxLength: 80 })
  .map((list) =>
    list.map(({ daysBefore, values, ...rest }, seq) => ({
      ...rest,
      seq,
      collectedOn: dayOf(rest.at - daysBefore * 24 * HOUR),
      figures: mapFigures((figure) => values[FIGURES.indexOf(figure)] ?? 0),
    })),
  );

const COLUMN_OF = (figure: string): string =>
  figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const rowOf = (each: Posting): object => ({
  ticket_id: idOf(`t${String(each.ticket)}`),
  seq: each.seq,
  part: 0,
  at: new Date(each.at).toISOString(),
  collected_on: each.collectedOn,
  region_code: each.region,
  ...Object.fromEntries(
    Object.entries(each.keys).map(([name, key]) => [`${name}_id`, key === null ? null : idOf(key)]),
  ),
  industry: each.industry,
  enterprise_id: idOf('hongda'),
  category: each.category,
  tier: each.tier,
  population: each.population,
  confidential: each.confidential,
  ...Object.fromEntries(FIGURES.map((figure) => [COLUMN_OF(figure), each.figures[figure]])),
});

/** Posts as the programs do: every posting waits in the tail. */
export async function post(room: ReadingRoom, postings: readonly Posting[]): Promise<void> {
  await room.database.rows(
    `with posted as (insert into ledger select * from json_populate_recordset(null::ledger, $1::json)
       returning ticket_id, seq, part)
     insert into ledger_tail (ticket_id, seq, part) select ticket_id, seq, part from posted`,
    [JSON.stringify(postings.map(rowOf))],
  );
}

export const forget = (room: ReadingRoom): Promise<unknown> =>
  room.database.rows('truncate ledger, ledger_tail, ledger_rollup');

/** An instant near a posting's own: in its hour, day or month, before it, at it or after it. */
export const nearby = fc
  .tuple(fc.nat(79), fc.constantFrom(0, 0, 1, -1, HOUR / 2, HOUR - 1, -HOUR / 2, 9 * HOUR, -100 * HOUR))
  .map(
    ([index, ms]) =>
      (postings: readonly Posting[]): number =>
        (postings[index % postings.length]?.at ?? BEGIN) + ms,
  );

type Asked = 'regionCode' | 'from' | 'to' | 'population' | 'withoutComplaints' | 'groupBy';

export type Question = Pick<ResolutionRequest, Asked> & {
  readonly reader: 'city' | 'office' | 'office2' | 'auditor' | 'leader' | 'leaderB';
  readonly asOf: number;
};

function mayRead(key: Question['reader'], { region, confidential, keys, ticket }: Posting): boolean {
  if (aboutOf(ticket) === key || !actor(key).regionCodes.includes(region)) return false;
  return !confidential || !key.startsWith('leader') || keys.leader === key;
}

/** The figures of a question by the list of postings, key by key; the total is under `total`. */
export function counted(postings: readonly Posting[], question: Question): Map<string, Figures> {
  const result = new Map<string, Figures>([['total', mapFigures(() => 0)]]);
  for (const each of postings.filter((one) => asksFor(question, one))) {
    const key = JSON.stringify(question.groupBy.map((dimension) => keyOf(each, dimension)));
    for (const name of ['total', key]) {
      const sum = result.get(name);
      result.set(
        name,
        mapFigures((figure) => (sum?.[figure] ?? 0) + each.figures[figure]),
      );
    }
  }
  return result;
}

function asksFor(question: Question, each: Posting): boolean {
  const { reader, asOf, from, to, population, regionCode, withoutComplaints } = question;
  return (
    mayRead(reader, each) &&
    (withoutComplaints !== true || aboutOf(each.ticket) === null) &&
    each.at <= asOf &&
    each.population === population &&
    (regionCode === null || regionCode === '220100' || each.region === regionCode) &&
    (from === null || each.collectedOn >= from) &&
    (to === null || each.collectedOn <= to)
  );
}

function keyOf(each: Posting, dimension: Dimension): string | null {
  switch (dimension) {
    case 'region':
      return each.region;
    case 'month':
      return each.collectedOn.slice(0, 7);
    case 'industry':
    case 'category':
      return each[dimension];
    case 'tier':
      return each.tier === null ? null : String(each.tier);
    case 'township':
    case 'department':
    case 'officer':
    case 'leader': {
      const key = each.keys[dimension];
      return key === null ? null : idOf(key);
    }
  }
}
