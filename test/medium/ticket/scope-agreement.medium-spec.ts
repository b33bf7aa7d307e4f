import fc from 'fast-check';
import { seesSubmitter } from '@zhuqi/application';
import {
  OWN_POST_ONLY,
  ROLES,
  scopeOf,
  withinScope,
  type PersonActor,
  type ScopedTicket,
} from '@zhuqi/domain';
import { ledgerScopeCondition } from '../../../libs/persistence/src/access/ledger-scope-sql';
import { Parameters, scopeCondition } from '../../../libs/persistence/src/access/scope-sql';
import { submitterCondition } from '../../../libs/persistence/src/access/submitter-sql';
import { idOf, openReadingRoom, type ReadingRoom } from '../read/reading-room';
import { insertTicket, settleTwoDistricts } from '../read/two-districts';

const REGIONS = ['220100', '220105', '220106'] as const;
const ENTERPRISES = ['hongda', 'jinma', 'lianhe', 'lvshun'] as const;
const UNITS = ['office', 'miit', 'dongsheng', 'yingjun', 'hexin', 'city'] as const;
const PEOPLE = ['officer', 'officer2', 'leader', 'leaderB', 'township', 'office'] as const;

const somebody = fc.constantFrom(...PEOPLE);
const tickets = fc.record({
  enterprise: fc.constantFrom(...ENTERPRISES),
  region: fc.constantFrom(...REGIONS),
  leader: fc.option(somebody, { nil: null }),
  about: fc.option(somebody, { nil: null, freq: 3 }),
  confidential: fc.boolean(),
  units: fc.subarray([...UNITS], { maxLength: 2 }),
  people: fc.subarray([...PEOPLE], { maxLength: 2 }),
});

const duties = fc.record({
  unitIds: fc.subarray([...UNITS], { maxLength: 1 }),
  memberUnitIds: fc.subarray([...UNITS], { maxLength: 1 }),
  standsInForIds: fc.subarray([...PEOPLE], { maxLength: 1 }),
  leadsForIds: fc.subarray([...PEOPLE], { maxLength: 2 }),
});

const actors = fc.record({
  duties,
  who: somebody,
  roles: fc.subarray([...ROLES], { maxLength: 3 }),
  regionCodes: fc.subarray([...REGIONS]),
  unit: fc.option(fc.constantFrom(...UNITS), { nil: null }),
  enterprise: fc.option(fc.constantFrom(...ENTERPRISES), { nil: null }),
  paired: fc.subarray([...ENTERPRISES]),
});

const ids = (names: readonly string[]): string[] => names.map(idOf);
const idOrNull = (name: string | null): string | null => (name === null ? null : idOf(name));

/** A hundred and fifty tickets of every kind, the same in every run. */
const POPULATION = fc.sample(tickets, { numRuns: 150, seed: 20_231_020 });

type Asking = typeof actors extends fc.Arbitrary<infer T> ? T : never;

const actorOf = ({ who, roles, regionCodes, unit, enterprise, paired, duties }: Asking): PersonActor => ({
  ...{ kind: 'person', id: idOf(who), name: who, roles, regionCode: '220105', regionCodes },
  ...{ unitId: idOrNull(unit), enterpriseId: idOrNull(enterprise), pairedEnterpriseIds: ids(paired) },
  duties: {
    ...{ unitIds: ids(duties.unitIds), memberUnitIds: ids(duties.memberUnitIds) },
    ...{ standsInForIds: ids(duties.standsInForIds), leadsForIds: ids(duties.leadsForIds) },
  },
});

const facts = (index: number): ScopedTicket => {
  const ticket = POPULATION[index] ?? POPULATION[0];
  if (ticket === undefined) throw new Error('no tickets');
  return {
    regionCode: ticket.region,
    enterpriseId: idOf(ticket.enterprise),
    leaderId: idOrNull(ticket.leader),
    confidential: ticket.confidential,
    aboutPersonId: idOrNull(ticket.about),
    heldUnitIds: ids(ticket.units),
    heldPersonIds: ids(ticket.people),
  };
};

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom();
  await settleTwoDistricts(room);
  for (const [index, { enterprise }] of POPULATION.entries()) {
    const { regionCode, leaderId, confidential, aboutPersonId, heldUnitIds, heldPersonIds } = facts(index);
    await insertTicket(room, {
      key: `scope-${index}`,
      enterprise,
      columns: {
        region_code: regionCode,
        leader_id: leaderId,
        confidential,
        about_person_id: aboutPersonId,
        held_unit_ids: heldUnitIds,
        held_person_ids: heldPersonIds,
      },
    });
  }
});

afterAll(() => room.close());

async function selectedBySql(actor: PersonActor): Promise<string[]> {
  const parameters = new Parameters();
  const condition = scopeCondition(scopeOf(actor), parameters);
  const rows = await room.database.rows<{ id: string }>(
    `select t.id from ticket t where ${condition} order by t.id`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

const selectedInMemory = (actor: PersonActor): string[] =>
  POPULATION.flatMap((_, index) =>
    withinScope(scopeOf(actor), facts(index)) ? [idOf(`scope-${index}`)] : [],
  ).sort();

describe('the scope in SQL and the scope in memory', () => {
  it('select exactly the same tickets, for whoever asks', async () => {
    const seen = { some: 0, none: 0 };
    await fc.assert(
      fc.asyncProperty(actors, async (asking) => {
        const actor = actorOf(asking);
        const expected = selectedInMemory(actor);
        seen[expected.length > 0 ? 'some' : 'none'] += 1;
        expect(await selectedBySql(actor)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(seen.some).toBeGreaterThan(50);
    expect(seen.none).toBeGreaterThan(10);
  });

  it('hide the submitter of exactly the same tickets, for whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(actors, async (asking) => {
        const actor = actorOf(asking);
        const parameters = new Parameters();
        const condition = submitterCondition(actor, parameters);
        const told = await room.database.rows<{ id: string }>(
          `select t.id from ticket t where ${condition} order by t.id`,
          parameters.values,
        );
        const expected = POPULATION.flatMap((_, index) =>
          seesSubmitter(actor, facts(index)) ? [idOf(`scope-${index}`)] : [],
        );
        expect(told.map(({ id }) => id)).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });

  it('select nothing, without an error, for a reader of nothing', async () => {
    const actor: PersonActor = {
      ...{ kind: 'person', id: idOf('robot'), name: 'robot', roles: ['integrator'], regionCode: '220105' },
      ...{
        regionCodes: REGIONS,
        unitId: null,
        enterpriseId: null,
        pairedEnterpriseIds: [],
        duties: OWN_POST_ONLY,
      },
    };
    expect(await selectedBySql(actor)).toEqual([]);
    const parameters = new Parameters();
    const condition = ledgerScopeCondition(scopeOf(actor), parameters);
    const posted = await room.database.rows(`select 1 from ledger l where ${condition}`, parameters.values);
    expect(posted).toEqual([]);
  });
});
