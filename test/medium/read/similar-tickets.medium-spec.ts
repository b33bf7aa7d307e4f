import { MatterBook, SimilarTickets } from '@zhuqi/application';
import { pairsOf, scopeOf, withinScope, type ScopedTicket } from '@zhuqi/domain';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import {
  ACTOR_KEYS,
  actor,
  ENTERPRISES,
  insertTicket,
  settleTwoDistricts,
  type ActorKey,
} from './two-districts';

const PAIRS = pairsOf('园区停电');
const OUTAGE = { title: '园区今天停电', description: '车间停产' };

let room: ReadingRoom;
let similar: SimilarTickets;
const scoped = new Map<string, ScopedTicket>();

/** An outage of an enterprise, as the domain and as PostgreSQL know it. */
async function outage(
  key: string,
  enterprise: (typeof ENTERPRISES)[number][0],
  columns: object = {},
): Promise<string> {
  const id = await insertTicket(room, { key, enterprise, columns: { ...OUTAGE, ...columns } });
  const said = columns as {
    readonly confidential?: boolean;
    readonly about_person_id?: string;
    readonly leader_id?: string;
  };
  scoped.set(id, {
    regionCode: ENTERPRISES.find(([name]) => name === enterprise)?.[1] ?? '',
    enterpriseId: idOf(enterprise),
    leaderId: said.leader_id ?? null,
    confidential: said.confidential ?? false,
    aboutPersonId: said.about_person_id ?? null,
    ...{ heldUnitIds: [], heldPersonIds: [] },
  });
  return id;
}

const found = async (key: ActorKey, quest: object = {}): Promise<string[]> =>
  (await similar.candidates(actor(key), { pairs: PAIRS, limit: 200, ...quest })).map(({ id }) => id);

beforeAll(async () => {
  room = await openReadingRoom();
  await settleTwoDistricts(room);
  similar = room.port(SimilarTickets);
  await outage('hongda', 'hongda');
  await outage('jinma', 'jinma', { submitted_at: '2023-10-11T01:00:00Z' });
  await outage('secret', 'lianhe', { confidential: true, leader_id: idOf('leader') });
  await outage('complaint', 'hongda', { about_person_id: idOf('office') });
  await outage('elsewhere', 'lvshun');
});
afterAll(() => room.close());

describe('candidates for similar tickets', () => {
  it.each(ACTOR_KEYS)('for %s are within the scope the domain gives', async (key) => {
    const within = [...scoped]
      .filter(([, ticket]) => withinScope(scopeOf(actor(key)), ticket))
      .map(([id]) => id);
    expect((await found(key)).sort()).toEqual(within.sort());
  });

  it('have a pair of the title in common, whatever their number is', async () => {
    expect(await found('office', { pairs: pairsOf('流动资金贷款') })).toEqual([]);
    expect(await found('office', { pairs: pairsOf('ZQ 20231020') })).toEqual([]);
    expect(await found('office', { pairs: [] })).toEqual([]);
  });

  it('are open, or were closed within ninety days, and of the last year', async () => {
    const closed = (on: string) => ({
      status: 'closed',
      closed_at: on,
      submitted_at: '2023-05-01T01:00:00Z',
    });
    const recent = await outage('recent', 'hongda', closed('2023-08-01T01:00:00Z'));
    const past = await outage('past', 'hongda', closed('2023-07-01T01:00:00Z'));
    const old = await outage('old', 'hongda', { submitted_at: '2022-10-01T01:00:00Z' });
    const gone = await outage('gone', 'hongda', { status: 'withdrawn' });
    const seen = await found('office');
    expect(seen).toContain(recent);
    for (const id of [past, old, gone]) expect(seen).not.toContain(id);
  });

  it('are the latest first, and no more than asked for', async () => {
    expect(await found('office', { limit: 1 })).toEqual([idOf('jinma')]);
    expect(await found('office', { exceptId: idOf('jinma') })).not.toContain(idOf('jinma'));
    expect(await found('office', { until: Date.parse('2023-10-10T12:00:00Z') })).not.toContain(idOf('jinma'));
    expect(await found('office', { enterpriseId: idOf('jinma') })).toEqual([idOf('jinma')]);
  });

  it('do not say whose a confidential ticket is to who is not told', async () => {
    await room.database.rows('update ticket set held_unit_ids = $2 where id = $1', [
      idOf('secret'),
      [idOf('miit')],
    ]);
    const [seen] = await similar.candidates(actor('department'), { pairs: PAIRS, limit: 10 });
    expect(seen).toMatchObject({ id: idOf('secret'), enterpriseId: null });
    const summary = (await similar.summaries(actor('department'), [idOf('secret'), idOf('hongda')])).get(
      idOf('secret'),
    );
    expect(summary?.enterprise.id).toBeNull();
  });

  it('for a cluster wait for an answer, are in no matter and no complaints', async () => {
    const waiting = await similar.unclustered(actor('auditor'), 100);
    expect(waiting.map(({ id }) => id)).not.toContain(idOf('complaint'));
    expect(waiting.map(({ id }) => id)).toContain(idOf('hongda'));
  });
});

describe('the book of matters', () => {
  it('counts only what the reader may read, and hides the rest', async () => {
    const matter = {
      id: idOf('matter'),
      region_code: '220105',
      title: '停电',
      reason: '同一件事',
      state: 'open',
    };
    const made = {
      lead_ticket_id: idOf('hongda'),
      made_by_id: idOf('office'),
      made_at: '2023-10-12T01:00:00Z',
    };
    await room.insert('matter', { ...matter, ...made });
    const members = ['hongda', 'jinma', 'secret'].map(idOf);
    await room.database.rows('update ticket set matter_id = $1 where id = any($2)', [matter.id, members]);
    const book = room.port(MatterBook);
    const counts = async (key: ActorKey) => {
      const file = await book.find(actor(key), matter.id);
      return file === null ? null : [file.tickets, file.members.length, file.leadTicket?.number ?? null];
    };
    expect(await counts('office')).toEqual([3, 3, 'ZQ-hongda']);
    expect(await counts('leader')).toEqual([3, 3, 'ZQ-hongda']);
    expect(await counts('leaderB')).toEqual([2, 2, 'ZQ-hongda']);
    expect(await counts('department')).toEqual([1, 1, null]);
    for (const stranger of ['enterprise', 'office2', 'enterprise2', 'township'] as const) {
      expect([stranger, await counts(stranger)]).toEqual([stranger, null]);
    }
    const page = { limit: 10, after: null, total: true };
    expect(await book.page(actor('office'), {}, page)).toMatchObject({
      total: 1,
      items: [{ tickets: 3, open: 3 }],
    });
    expect((await book.page(actor('office'), { state: 'dissolved' }, page)).items).toEqual([]);
    expect((await book.page(actor('enterprise'), {}, page)).items).toEqual([]);
  });
});
