import { Refused, UnitOfWork, type Postings } from '@zhuqi/application';
import { SYSTEM, type Change, type Ticket } from '@zhuqi/domain';
import { PgUnitOfWork } from '../../../libs/persistence/src/database/pg-unit-of-work';
import { PgTicketReader } from '../../../libs/persistence/src/ticket/pg-ticket-reader';
import { idOf, openReadingRoom, type ReadingRoom } from '../read/reading-room';
import { settleTwoDistricts } from '../read/two-districts';
import { bareRequest, filled, submitted } from './full-ticket';

let room: ReadingRoom;
let work: UnitOfWork;
let reader: PgTicketReader;

beforeAll(async () => {
  room = await openReadingRoom();
  await settleTwoDistricts(room);
  work = new PgUnitOfWork(room.database);
  reader = new PgTicketReader(room.database);
});

afterAll(() => room.close());

const save = (before: Ticket | null, change: Change): Promise<void> =>
  work.run((tx) => tx.save({ before, change, outbox: [] } satisfies Postings));

async function submit(key: string): Promise<Ticket> {
  await save(null, submitted(key));
  return find(idOf(key));
}

async function find(id: string): Promise<Ticket> {
  const found = await reader.find(id);
  if (found === null) throw new Error('no such ticket');
  return found.ticket;
}

/** The ticket moves on to `fields` with one event, whatever the rules of the domain say. */
const moved = (before: Ticket, fields: Partial<Ticket>): Change => ({
  ticket: { ...before, ...fields, version: before.version + 1 },
  events: [
    { type: 'commented', at: before.submittedAt + before.version, actor: SYSTEM, data: {}, texts: {} },
  ],
  escalations: [],
});

const move = async (before: Ticket, fields: Partial<Ticket>): Promise<Ticket> => {
  await save(before, moved(before, fields));
  return find(before.id);
};

/** Which rows there are and which transaction wrote each last. */
const writers = async (ticket: Ticket): Promise<Record<string, unknown>[]> =>
  room.database.rows(
    `select * from (
       select 'request' as part, ordinal, ticket_id, xmin::text from ticket_request
       union all select 'assist', ordinal, ticket_id, xmin::text from ticket_assist
       union all select kind, ordinal, ticket_id, xmin::text from ticket_item
     ) part where ticket_id = $1 order by part, ordinal`,
    [ticket.id],
  );

describe('a stored ticket', () => {
  it('comes back as it was submitted, with its question list', async () => {
    const { ticket } = submitted('a1');
    const { headHash, ...stored } = await submit('a1');
    expect({ ...stored, headHash: '' }).toEqual(ticket);
    expect(headHash).not.toBe('');
    expect(stored.items).toHaveLength(2);
  });

  it('comes back with every part exactly as it was saved, locked or only looked at', async () => {
    const before = await submit('a2');
    const change = moved(before, filled(before));
    await save(before, change);
    const found = await find(before.id);
    expect(found).toEqual({ ...change.ticket, headHash: found.headHash });
    const locked = await work.run((tx) => tx.lockTicket(before.id));
    expect(locked?.ticket).toEqual(found);
  });

  it('writes only the rows that changed', async () => {
    const full = await move(await submit('a3'), filled(submitted('a3').ticket));
    const rows = await writers(full);
    const [first, second] = full.requests;
    if (first === undefined || second === undefined) throw new Error('no requests');
    const recalled = { ...second, state: 'recalled', ruledAt: full.submittedAt } as const;
    const next = await move(full, { requests: [first, recalled] });
    expect(next.requests).toEqual([first, recalled]);
    const touched = (await writers(next)).filter(({ xmin }, index) => xmin !== rows[index]?.['xmin']);
    expect(touched).toMatchObject([{ part: 'request', ordinal: 2 }]);
  });

  it('lets a request end and the next begin in one step', async () => {
    const waiting = await move(await submit('a4'), { requests: [bareRequest('first')] });
    const requests = [bareRequest('first', 'lapsed'), bareRequest('second')];
    expect((await move(waiting, { requests })).requests).toEqual(requests);
  });

  it('has one pending request, whoever else writes', async () => {
    const before = await submit('a5');
    const asked = moved(before, { requests: [bareRequest('mine')] });
    await save(before, asked);
    // A writer that knows another history of it: its request stands in the place behind.
    const other = bareRequest('other', 'refused');
    const requests = [other, bareRequest('yours')];
    const unseen = save({ ...asked.ticket, requests: [other] }, moved(asked.ticket, { requests }));
    await expect(unseen).rejects.toBeInstanceOf(Refused);
    await expect(unseen).rejects.toMatchObject({ refusal: { code: 'request.pending' } });
    expect((await find(before.id)).requests).toEqual([bareRequest('mine')]);
  });

  it('is merged with a ticket that it names, and only then', async () => {
    const lonely = await submit('a6');
    const unnamed = save(lonely, moved(lonely, { status: 'merged' }));
    await expect(unnamed).rejects.toMatchObject({ constraint: 'ticket_merged_check' });
    const strayed = save(lonely, moved(lonely, { mergedIntoId: idOf('a1') }));
    await expect(strayed).rejects.toMatchObject({ constraint: 'ticket_merged_check' });
  });

  it('knows its children in the order they were merged, and forgets who left', async () => {
    const parent = await submit('parent');
    const children = [await submit('child-b'), await submit('child-a'), await submit('child-c')];
    const into = { status: 'merged', mergedIntoId: parent.id, mergedFrom: 'submitted' } as const;
    const merged: Ticket[] = [];
    for (const [index, child] of children.entries()) {
      merged.push(await move(child, { ...into, mergedAt: child.submittedAt + index }));
    }
    expect(merged[0]).toMatchObject({ ...into, mergedAt: parent.submittedAt });
    expect((await find(parent.id)).childIds).toEqual(children.map(({ id }) => id));
    const [, middle] = merged;
    if (middle === undefined) throw new Error('no child');
    await move(middle, { status: 'submitted', mergedIntoId: null, mergedFrom: null, mergedAt: null });
    expect((await find(parent.id)).childIds).toEqual([idOf('child-b'), idOf('child-c')]);
  });

  it('is called by its number', async () => {
    const [one, two] = [idOf('a1'), idOf('a2')];
    expect(await reader.numbers([two, idOf('nobody'), one])).toEqual(
      new Map([
        [one, 'ZQ-a1'],
        [two, 'ZQ-a2'],
      ]),
    );
    expect(await reader.numbers([])).toEqual(new Map());
  });
});
