import fc from 'fast-check';
import {
  OWN_POST_ONLY,
  allowedActions,
  REQUEST_KINDS,
  ROLES,
  scopeOf,
  STANDINGS,
  standingsOf,
  withinScope,
  type PersonActor,
  type Ticket,
  type TicketRequest,
} from '@zhuqi/domain';
import { TicketStory } from '../../support/ticket-stage';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { insertRequest, MONDAY, rulingsOf } from './ruling-requests';
import { insertTicket, settleTwoDistricts } from './two-districts';

const UNITS = ['office', 'miit', 'dongsheng', 'city'] as const;
const PEOPLE = ['officer', 'leader', 'leaderB', 'township', 'department', 'office'] as const;
const REGIONS = ['220100', '220105', '220106'] as const;
const ENTERPRISES = ['hongda', 'jinma', 'lvshun'] as const;

const maybe = <T extends string>(...names: readonly T[]) =>
  fc.option(fc.constantFrom(...names), { nil: null });
const idOrNull = (name: string | null): string | null => (name === null ? null : idOf(name));

const population = fc.record({
  enterprise: fc.constantFrom(...ENTERPRISES),
  region: fc.constantFrom(...REGIONS),
  status: fc.constantFrom('dispatched', 'in_progress', 'need_info', 'suspended'),
  leader: maybe(...PEOPLE),
  about: fc.option(fc.constantFrom(...PEOPLE), { nil: null, freq: 4 }),
  confidential: fc.boolean(),
  holderUnit: maybe(...UNITS),
  holderPerson: maybe(...PEOPLE),
  assistants: fc.subarray([...UNITS], { maxLength: 1 }),
  held: fc.subarray([...UNITS], { maxLength: 3 }),
  kind: fc.constantFrom(...REQUEST_KINDS),
  state: fc.constantFrom('pending', 'pending', 'pending', 'refused'),
  askedBy: maybe(...PEOPLE),
  rulers: fc.subarray([...STANDINGS], { maxLength: 3 }),
  rulerUnit: maybe(...UNITS),
} as const);

const readers = fc.record({
  who: fc.constantFrom(...PEOPLE),
  roles: fc.subarray([...ROLES], { maxLength: 3 }),
  regionCodes: fc.subarray([...REGIONS]),
  unit: maybe(...UNITS),
  enterprise: maybe(...ENTERPRISES),
  paired: fc.subarray([...ENTERPRISES]),
  leads: fc.subarray([...PEOPLE], { maxLength: 2 }),
  absent: fc.subarray([...PEOPLE], { maxLength: 1 }),
});

/** A hundred and fifty tickets, each with a request before the one that counts; the same in every run. */
const CROWD = fc.sample(population, { numRuns: 150, seed: 20_231_020 });
type Facts = (typeof CROWD)[number];

const BLANK = new TicketStory(Date.parse(MONDAY)).ticket;

const request = (facts: Facts): TicketRequest => ({
  ...{ id: 'request', kind: facts.kind, state: facts.state, round: 1, hop: 1, askedAt: 0, ruleBy: 0 },
  ...{ askedById: idOrNull(facts.askedBy), askedUnitId: null, reason: '', basis: null, evidence: null },
  ...{ to: null, newDueOn: null, reviewOn: null, toSeverity: null, reminded: false },
  ...{
    rulers: facts.rulers,
    rulerUnitId: idOrNull(facts.rulerUnit),
    ruledAt: null,
    ruledById: null,
    note: null,
  },
});

const ticketOf = (facts: Facts): Ticket => ({
  ...BLANK,
  ...{ regionCode: facts.region, enterpriseId: idOf(facts.enterprise), status: facts.status },
  ...{ leaderId: idOrNull(facts.leader), aboutPersonId: idOrNull(facts.about) },
  confidential: facts.confidential,
  holderUnitId: idOrNull(facts.holderUnit),
  holderPersonId: idOrNull(facts.holderPerson),
  assistUnitIds: facts.assistants.map(idOf),
  heldUnitIds: facts.held.map(idOf),
  heldPersonIds: [],
  requests: [
    { ...request(facts), state: 'lapsed', rulers: [...STANDINGS], rulerUnitId: null },
    request(facts),
  ],
});

describe('who may rule, in SQL and in memory', () => {
  let room: ReadingRoom;
  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    for (const [index, facts] of CROWD.entries()) await insertFacts(index, facts);
  });
  afterAll(() => room.close());

  async function insertFacts(index: number, facts: Facts): Promise<void> {
    const ticket = ticketOf(facts);
    const key = `crowd-${index}`;
    const columns = {
      ...{ region_code: ticket.regionCode, status: ticket.status, confidential: ticket.confidential },
      ...{ leader_id: ticket.leaderId, about_person_id: ticket.aboutPersonId },
      ...{ holder_unit_id: ticket.holderUnitId, holder_person_id: ticket.holderPersonId },
      ...{ assist_unit_ids: ticket.assistUnitIds, held_unit_ids: ticket.heldUnitIds },
    };
    await insertTicket(room, { key, enterprise: facts.enterprise, columns });
    const { kind, askedById: asked_by_id, state, rulerUnitId: ruler_unit_id } = request(facts);
    const lapsed = { ordinal: 1, kind, asked_by_id, state: 'lapsed', rulers: [...STANDINGS] };
    await insertRequest(room, { key: `${key}-lapsed`, ticket: key, columns: lapsed });
    const latest = { ordinal: 2, kind, asked_by_id, state, rulers: facts.rulers, ruler_unit_id };
    await insertRequest(room, { key, ticket: key, columns: latest });
  }

  it('are the same requests, and the same of them can be ruled on now, whoever asks', async () => {
    const read = rulingsOf(room);
    const seen = { some: 0, rulable: 0 };
    await fc.assert(
      fc.asyncProperty(
        readers,
        async ({ who, roles, regionCodes, unit, enterprise, paired, leads, absent }) => {
          const person: PersonActor = {
            ...{ kind: 'person', id: idOf(who), name: who, roles, regionCode: '220105', regionCodes },
            ...{ unitId: idOrNull(unit), enterpriseId: idOrNull(enterprise) },
            pairedEnterpriseIds: paired.map(idOf),
            duties: { ...OWN_POST_ONLY, leadsForIds: leads.map(idOf), standsInForIds: absent.map(idOf) },
          };
          const expected = CROWD.flatMap((facts, index) => {
            const ticket = ticketOf(facts);
            const ruler = roles.includes('auditor') || standingsOf(person, ticket).has('ruler');
            const listed = facts.state === 'pending' && ruler && withinScope(scopeOf(person), ticket);
            return listed ? [[idOf(`crowd-${index}`), allowedActions(person, ticket).includes('rule')]] : [];
          });
          seen.some += Math.min(expected.length, 1);
          seen.rulable += expected.some(([, may]) => may) ? 1 : 0;
          const found = (await read(person, { state: 'pending' }, 100)).map(({ id, mayRule }) => [
            id,
            mayRule,
          ]);
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.some).toBeGreaterThan(80);
    expect(seen.rulable).toBeGreaterThan(50);
  });
});
