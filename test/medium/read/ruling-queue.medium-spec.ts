import { RulingQueue, type RulingFilter } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { insertRequest, MONDAY, rulingsOf, type ReadRulings } from './ruling-requests';
import { actor, insertTicket, settleTwoDistricts, type ActorKey } from './two-districts';

const TUESDAY = '2023-10-17T01:00:00Z';
const WEDNESDAY = '2023-10-18T01:00:00Z';

describe('the ruling queue', () => {
  let room: ReadingRoom;
  let read: ReadRulings;

  interface Asked {
    readonly key: string;
    readonly ticket?: Readonly<Record<string, unknown>>;
    readonly request?: Readonly<Record<string, unknown>>;
  }

  const REQUESTS: readonly Asked[] = [
    { key: 'later' },
    { key: 'sooner', request: { rule_by: TUESDAY, kind: 'return', basis: '三定方案', evidence: '会议纪要' } },
    { key: 'same time', request: { rule_by: TUESDAY } },
    { key: 'waiting', ticket: { status: 'need_info' }, request: { rule_by: '2023-10-24T01:00:00Z' } },
    { key: 'second', request: { rulers: ['leader'] } },
    { key: 'secret', ticket: { confidential: true }, request: { rulers: ['leader'] } },
    {
      key: 'department',
      ticket: { held_unit_ids: [idOf('miit')] },
      request: { rulers: [], ruler_unit_id: idOf('miit') },
    },
    { key: 'of the office', ticket: { holder_unit_id: idOf('office') }, request: { rulers: ['city'] } },
    { key: 'about', ticket: { about_person_id: idOf('office') } },
    { key: 'own', request: { asked_by_id: idOf('office') } },
    { key: 'recalled', request: { state: 'recalled', ruled_at: TUESDAY } },
    {
      key: 'approved',
      ticket: { status: 'closed' },
      request: { state: 'approved', ruled_by_id: idOf('office'), ruled_at: TUESDAY, note: '情况属实' },
    },
    {
      key: 'refused',
      request: { state: 'refused', ruled_by_id: idOf('office'), ruled_at: WEDNESDAY, rule_by: TUESDAY },
    },
    {
      key: 'by the leader',
      request: { state: 'refused', ruled_by_id: idOf('leader'), ruled_at: TUESDAY, rulers: ['leader'] },
    },
  ];

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    read = rulingsOf(room);
    for (const { key, ticket, request } of REQUESTS) {
      await insertTicket(room, {
        key,
        enterprise: 'hongda',
        columns: { status: 'in_progress', tier: 2, leader_id: idOf('leaderB'), ...ticket },
      });
      await insertRequest(room, { key, ticket: key, ...(request === undefined ? {} : { columns: request }) });
    }
    await insertTicket(room, { key: 'elsewhere', enterprise: 'lvshun', columns: { status: 'dispatched' } });
    await insertRequest(room, { key: 'elsewhere', ticket: 'elsewhere' });
  });

  afterAll(() => room.close());

  const keys = async (key: ActorKey, filter?: RulingFilter): Promise<string[]> =>
    (await read(actor(key), filter)).map(({ ticket }) => ticket.number.replace('ZQ-', ''));

  it('gives the office what it rules on, the nearest deadline first', async () => {
    const [first, second] = ['same time', 'sooner'].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    expect(await keys('office')).toEqual([first, second, 'waiting', 'later']);
  });

  it('gives a leader what waits for a leader, but of the confidential ones only those it is paired with', async () => {
    expect(await keys('leader')).toEqual(['second']);
    expect((await keys('leaderB')).sort()).toEqual(['second', 'secret']);
  });

  it('gives a unit what its tier rules on, and the city what the office cannot rule on itself', async () => {
    expect(await keys('department')).toEqual(['department']);
    expect(await keys('city')).toEqual(['of the office']);
  });

  it('gives another district its own', async () => {
    expect(await keys('office2')).toEqual(['elsewhere']);
  });

  it.each(['township', 'officer', 'enterprise'] as const)('is nothing for %s, who only asks', async (key) => {
    expect(await keys(key)).toEqual([]);
  });

  it('shows the auditor all that is pending in its district, and lets it rule on nothing', async () => {
    const items = await read(actor('auditor'));
    const pending = REQUESTS.filter(({ request }) => request?.['state'] === undefined);
    expect(items).toHaveLength(pending.length);
    expect(items.filter(({ mayRule }) => mayRule)).toEqual([]);
  });

  it('says that nobody can rule while the ticket waits for the enterprise', async () => {
    const rulable = (await read(actor('office'))).filter(({ mayRule }) => mayRule);
    expect(rulable.map(({ ticket }) => ticket.status)).toEqual(Array(3).fill('in_progress'));
  });

  it('gives what the reader has ruled on, the latest ruling first', async () => {
    expect(await keys('office', { state: 'ruled' })).toEqual(['refused', 'approved']);
    expect(await keys('leader', { state: 'ruled' })).toEqual(['by the leader']);
    expect(await keys('auditor', { state: 'ruled' })).toEqual([]);
  });

  it('is overdue once the deadline has passed without a ruling, and stays so', async () => {
    const overdue = async (filter?: RulingFilter) =>
      (await read(actor('office'), filter)).map(({ ticket, overdue: late }) => [ticket.number, late]);
    expect(Object.fromEntries(await overdue())).toMatchObject({ 'ZQ-sooner': true, 'ZQ-later': false });
    expect(await overdue({ state: 'ruled' })).toEqual([
      ['ZQ-refused', true],
      ['ZQ-approved', false],
    ]);
  });

  it('can be narrowed to one kind', async () => {
    expect(await keys('office', { state: 'pending', kind: 'return' })).toEqual(['sooner']);
    expect(await keys('office', { state: 'ruled', kind: 'return' })).toEqual([]);
  });

  it('counts all of it when asked to, also for who both audits and rules', async () => {
    const queue = room.port(RulingQueue);
    const page = { limit: 1, after: null, total: true };
    expect(await queue.page(actor('office'), { state: 'pending' }, page)).toMatchObject({ total: 4 });
    expect(await queue.page(actor('office'), { state: 'ruled' }, page)).toMatchObject({ total: 2 });
    const both: PersonActor = { ...actor('auditor'), roles: ['auditor', 'office_dispatcher'] };
    const { total, items } = await queue.page(both, { state: 'pending' }, { ...page, limit: 100 });
    expect(total).toBe(items.length);
    expect(items.filter(({ mayRule }) => mayRule).length).toBeGreaterThan(3);
  });

  it('refuses a cursor of the other list', async () => {
    const queue = room.port(RulingQueue);
    const { next } = await queue.page(
      actor('office'),
      { state: 'pending' },
      { limit: 1, after: null, total: false },
    );
    await expect(
      queue.page(actor('office'), { state: 'ruled' }, { limit: 1, after: next, total: false }),
    ).rejects.toThrow('cursor.invalid');
  });

  it('tells what was asked, by whom, and what it would lead to', async () => {
    await room.database.rows(
      `update ticket_request set to_holder = $1, to_severity = 'consult', new_due_on = '2023-11-03',
         review_on = '2023-11-06' where id = $2`,
      [JSON.stringify({ tier: 3, unitId: idOf('miit'), personId: null }), idOf('sooner')],
    );
    const item = (await read(actor('office'))).find(({ kind }) => kind === 'return');
    expect(item).toMatchObject({
      ...{ id: idOf('sooner'), kind: 'return', state: 'pending', reason: '需外购变压器' },
      ...{ basis: '三定方案', evidence: '会议纪要', toSeverity: 'consult' },
      ...{ newDueOn: '2023-11-03', reviewOn: '2023-11-06', ruledAt: null, note: null },
      to: { tier: 3, unit: { id: idOf('miit'), name: '工信局' }, person: null },
      askedAt: Date.parse(MONDAY),
      askedBy: { id: idOf('township'), name: 'township' },
      askedUnit: { id: idOf('dongsheng'), name: '东盛街道' },
      ruleBy: Date.parse(TUESDAY),
    });
  });
});
