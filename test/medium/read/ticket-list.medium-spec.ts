import { TicketList, type TicketFilter, type TicketListRequest, type TicketSort } from '@zhuqi/application';
import { scopeOf, withinScope, type ScopedTicket } from '@zhuqi/domain';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import {
  actor,
  ACTOR_KEYS,
  ENTERPRISES,
  insertClock,
  insertTicket,
  settleTwoDistricts,
  type ActorKey,
} from './two-districts';

const FIRST: Omit<TicketListRequest, 'filter' | 'sort'> = { limit: 100, after: null, total: false };
const STATUSES = [
  'submitted',
  'accepted',
  'dispatched',
  'in_progress',
  'answered',
  'closed',
  'need_info',
] as const;
const HOLDERS = ['dongsheng', 'miit', 'office', 'hexin', undefined] as const;
const DUES = [
  null,
  '2023-10-18T01:00:00Z',
  '2023-10-25T01:00:00Z',
  '2023-10-25T01:00:00Z',
  '2023-11-01T01:00:00.123456Z',
];
const TICKETS = 60;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Every combination the scope and the views distinguish turns up among these. */
function columnsOf(index: number): Readonly<Record<string, unknown>> {
  const status = pick(STATUSES, index);
  return {
    status,
    tier: status === 'submitted' || status === 'accepted' ? null : 1 + (index % 5),
    severity: pick(['consult', 'simple', 'complex', 'major'], index),
    category: pick(['permits', 'financing'], index),
    confidential: index % 3 === 0,
    leader_id: pick([idOf('leader'), idOf('leaderB'), null], index >> 1),
    about_person_id: pick([null, null, null, idOf('officer'), null, idOf('leader'), null], index >> 2),
    triage_reason: index % 2 === 0 ? '没有驻企专员' : null,
    submitted_at: pick(
      ['2023-10-09T01:00:00Z', '2023-10-10T01:00:00Z', '2023-10-10T02:00:00.654321Z'],
      index,
    ),
    next_due_at: status === 'closed' ? null : pick(DUES, index),
    title: pick(['厂区供电扩容', '招工难', '贷款展期（GB/T 2023）'], index),
  };
}

describe('the ticket list', () => {
  let room: ReadingRoom;
  let list: TicketList;
  const scoped = new Map<string, ScopedTicket>();

  beforeAll(async () => {
    room = await openReadingRoom();
    list = room.port(TicketList);
    await settleTwoDistricts(room);
    for (let index = 0; index < TICKETS; index += 1) {
      const [enterprise, regionCode] = pick(ENTERPRISES, index >> 1);
      const columns = columnsOf(index);
      const holder = columns['tier'] === null ? undefined : pick(HOLDERS, index >> 1);
      const person: ActorKey | undefined =
        index % 4 === 0 ? pick(['officer', 'township', 'office'], index >> 2) : undefined;
      const held = index % 6 === 0 ? ['dongsheng'] : [];
      const facts = { key: String(index), enterprise, held, columns };
      const id = await insertTicket(room, {
        ...facts,
        ...(holder === undefined ? {} : { holder }),
        ...(person === undefined ? {} : { person }),
      });
      scoped.set(id, {
        regionCode,
        enterpriseId: idOf(enterprise),
        leaderId: columns['leader_id'] as string | null,
        confidential: columns['confidential'] as boolean,
        aboutPersonId: columns['about_person_id'] as string | null,
        heldUnitIds: [...(holder === undefined ? [] : [holder]), ...held].map(idOf),
        heldPersonIds: person === undefined ? [] : [idOf(person)],
      });
      if (columns['next_due_at'] !== null) {
        const due_at = columns['next_due_at'];
        await insertClock(room, {
          ticket: String(index),
          columns: { due_at, warn_at: '2023-10-19T01:00:00Z' },
        });
      }
    }
    await room.insert('escalation', {
      id: idOf('escalation'),
      ticket_id: idOf('2'),
      seq: 1,
      round: 1,
      from_tier: 1,
      to_tier: 2,
      cause: 'manual',
      at: '2023-10-12T01:00:00Z',
    });
  });

  afterAll(() => room.close());

  const read = async (key: ActorKey, filter: TicketFilter = {}, sort: TicketSort = 'due') =>
    (await list.page(actor(key), { ...FIRST, filter, sort })).items;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

  describe.each(['due', '-submittedAt'] as const)('sorted by %s', (sort) => {
    it.each(ACTOR_KEYS)('shows %s exactly the tickets of its scope', async (key) => {
      const expected = [...scoped]
        .filter(([, ticket]) => withinScope(scopeOf(actor(key)), ticket))
        .map(([id]) => id);
      expect(ids(await read(key, {}, sort))).toEqual(expected.sort());
    });

    it.each(['office', 'city', 'officer', 'leader'] as const)(
      'gives %s every ticket once and in order, however small the pages',
      async (key) => {
        const whole = await read(key, {}, sort);
        const { items, pages } = await allPages(
          (page) => list.page(actor(key), { ...page, filter: {}, sort }),
          3,
        );
        expect(items).toEqual(whole);
        expect(pages).toBe(Math.ceil(whole.length / 3));
      },
    );
  });

  it('puts what falls due first first, and what has no due time last', async () => {
    const dues = (await read('city')).map(({ nextDueAt }) => nextDueAt ?? Infinity);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    expect(dues).toContain(Infinity);
  });

  it('puts the latest submitted first', async () => {
    const moments = (await read('city', {}, '-submittedAt')).map(({ submittedAt }) => submittedAt);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });

  it.each<[TicketFilter, (index: number, columns: Readonly<Record<string, unknown>>) => boolean]>([
    [{ statuses: ['closed'] }, (_, { status }) => status === 'closed'],
    [
      { statuses: ['closed', 'in_progress'] },
      (_, { status }) => status === 'closed' || status === 'in_progress',
    ],
    [{ statuses: [...STATUSES] }, () => true],
    [{ tier: 3 }, (_, { tier }) => tier === 3],
    [{ severity: 'major' }, (_, { severity }) => severity === 'major'],
    [{ category: 'financing' }, (_, { category }) => category === 'financing'],
    [{ enterpriseId: idOf('jinma') }, (index) => pick(ENTERPRISES, index >> 1)[0] === 'jinma'],
    [{ q: '供电' }, (_, { title }) => String(title).includes('供电')],
    [{ q: '难' }, (_, { title }) => String(title).includes('难')],
    [{ q: 'gb/t' }, (_, { title }) => String(title).includes('GB/T')],
    [{ q: '金马' }, (index) => pick(ENTERPRISES, index >> 1)[0] === 'jinma'],
    [{ q: 'zq-1' }, (index) => String(index).startsWith('1')],
    [{ q: '%' }, () => false],
    [
      { q: '供电', statuses: ['closed'] },
      (_, { title, status }) => String(title).includes('供电') && status === 'closed',
    ],
  ])('narrows by %j', async (filter, matches) => {
    const every = Array.from({ length: TICKETS }, (_, index) => index);
    const expected = every
      .filter((index) => matches(index, columnsOf(index)))
      .map((index) => idOf(String(index)));
    const visible = expected.filter((id) => scoped.get(id)?.aboutPersonId !== idOf('city'));
    expect(ids(await read('city', filter))).toEqual(visible.sort());
    expect(visible.length > 0).toBe(filter.q !== '%');
  });

  it.each(['green', 'yellow', 'red', 'grey'] as const)('narrows to the lamp %s', async (lamp) => {
    const all = await read('city');
    const shown = await read('city', { lamp });
    expect(ids(shown)).toEqual(ids(all.filter((ticket) => ticket.lamp === lamp)));
    if (lamp !== 'grey') expect(shown).not.toHaveLength(0);
  });

  it('shows in the view "overdue" the open tickets with a red lamp', async () => {
    const overdue = await read('office', { view: 'overdue' });
    const red = (await read('office', { lamp: 'red' })).filter(({ status }) => status !== 'closed');
    expect(overdue).not.toHaveLength(0);
    expect(ids(overdue)).toEqual(ids(red));
  });

  it('shows in the view "unit" what the reader’s unit holds and has not finished', async () => {
    const seen = await read('township', { view: 'unit' });
    expect(seen).not.toHaveLength(0);
    expect(seen.every(({ holder, status }) => holder.unit?.name === '东盛街道' && status !== 'closed')).toBe(
      true,
    );
    const held = (await read('township', { holderUnitId: idOf('dongsheng') })).filter(
      ({ status }) => status !== 'closed',
    );
    expect(ids(seen)).toEqual(ids(held));
  });

  it('shows in the view "triage" what nobody has been found for or nobody has dispatched', async () => {
    const seen = await read('office', { view: 'triage' });
    const waiting = (await read('office')).filter(
      ({ id, status }) => status === 'accepted' || (status === 'submitted' && indexOf(id) % 2 === 0),
    );
    expect(seen).not.toHaveLength(0);
    expect(ids(seen)).toEqual(ids(waiting));
  });

  const indexOf = (id: string): number =>
    Array.from({ length: TICKETS }, (_, index) => index).find((index) => idOf(String(index)) === id) ?? -1;

  it('shows in the view "escalations" open tickets at tier 4 or above, and those that were escalated', async () => {
    const seen = await read('city', { view: 'escalations' });
    const expected = (await read('city')).filter(
      ({ id, tier, status }) => status !== 'closed' && ((tier ?? 0) >= 4 || id === idOf('2')),
    );
    expect(ids(seen)).toContain(idOf('2'));
    expect(ids(seen)).toEqual(ids(expected));
  });

  describe('the view "mine"', () => {
    it('is for an enterprise everything of its own', async () => {
      expect(ids(await read('enterprise', { view: 'mine' }))).toEqual(ids(await read('enterprise')));
    });

    it('is for a leader the tickets it is the paired leader of', async () => {
      const seen = await read('leader', { view: 'mine' });
      expect(seen).not.toHaveLength(0);
      expect(seen.every(({ id }) => scoped.get(id)?.leaderId === idOf('leader'))).toBe(true);
    });

    it('is for an officer what it holds itself and the open tickets of its enterprises', async () => {
      const seen = await read('officer', { view: 'mine' });
      expect(seen).not.toHaveLength(0);
      const open = (await read('officer')).filter(({ status }) => status !== 'closed');
      const paired = actor('officer').pairedEnterpriseIds;
      const own = open.filter(
        ({ holder, enterprise }) => holder.person?.name === 'officer' || paired.includes(enterprise.id ?? ''),
      );
      expect(ids(seen)).toEqual(ids(own));
    });
  });

  it('does not tell a handler whose confidential ticket it is, in the item or by what finds it', async () => {
    const held = await read('township');
    const confidential = held.filter((ticket) => ticket.confidential);
    expect(confidential).not.toHaveLength(0);
    for (const { enterprise } of confidential) expect(enterprise).toEqual({ id: null, name: '（保密企业）' });
    for (const [key, , , , name] of ENTERPRISES) {
      for (const filter of [{ enterpriseId: idOf(key) }, { q: name.slice(0, 4) }]) {
        const found = await read('township', filter);
        expect(found.filter((ticket) => ticket.confidential)).toEqual([]);
      }
    }
    expect(held.some((ticket) => ticket.enterprise.id !== null)).toBe(true);
  });

  it.each(['office', 'officer', 'leader', 'city', 'auditor'] as const)(
    'tells %s whose every ticket is',
    async (key) => {
      const seen = await read(key, { q: '有限公司' });
      expect(seen.filter((ticket) => ticket.confidential)).not.toHaveLength(0);
      const own = actor(key).pairedEnterpriseIds;
      const known = seen.filter(({ enterprise }) => key !== 'officer' || own.includes(enterprise.id ?? ''));
      expect(known.every(({ enterprise }) => enterprise.id !== null)).toBe(true);
    },
  );

  it('counts all that the filter leaves when asked, not only the page', async () => {
    const filter: TicketFilter = { statuses: ['in_progress'] };
    const page = await list.page(actor('office'), {
      filter,
      sort: 'due',
      limit: 1,
      after: null,
      total: true,
    });
    expect(page.items).toHaveLength(1);
    expect(page.total).toBe((await read('office', filter)).length);
  });
});
