import { Refused, type Postings, type Transaction, UnitOfWork } from '@zhuqi/application';
import { SYSTEM, type Change, type Ticket } from '@zhuqi/domain';
import { PgUnitOfWork } from '../../../libs/persistence/src/database/pg-unit-of-work';
import { PgTicketReader } from '../../../libs/persistence/src/ticket/pg-ticket-reader';
import { idOf, openReadingRoom, type ReadingRoom } from '../read/reading-room';
import { settleTwoDistricts } from '../read/two-districts';
import { submitted } from './full-ticket';

const END = { byId: idOf('office'), note: '任务完成' };

/** A door that stays shut until it is opened. */
function door(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('a dispatch that meets the dissolution of its task force', () => {
  let room: ReadingRoom;
  let work: UnitOfWork;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    work = new PgUnitOfWork(room.database);
  });

  afterAll(() => room.close());

  const founded = async (name: string): Promise<string> => {
    const force = { id: idOf(name), name, regionCode: '220105', purpose: '统筹', memberUnitIds: [] };
    await work.run((tx) =>
      tx.taskForces.found({ ...force, leadId: idOf('department'), createdById: idOf('office') }, tx.now),
    );
    return force.id;
  };

  const ticketOf = async (key: string): Promise<Ticket> => {
    const change = submitted(key);
    await work.run((tx) => tx.save({ before: null, change, outbox: [] } satisfies Postings));
    const found = await new PgTicketReader(room.database).find(change.ticket.id);
    if (found === null) throw new Error('no such ticket');
    return found.ticket;
  };

  /** Writes that the unit has it, whatever the rules of the domain say. */
  function give(tx: Transaction, before: Ticket, holderUnitId: string): Promise<void> {
    const { submittedAt, version } = before;
    const event = { type: 'commented', at: submittedAt + 1, actor: SYSTEM, data: {}, texts: {} } as const;
    const ticket = { ...before, status: 'dispatched', holderUnitId, version: version + 1 } as const;
    const change: Change = { ticket, events: [event], escalations: [] };
    return tx.save({ before, change, outbox: [] });
  }

  /** Whether somebody waits for a lock; asked until somebody does. */
  async function somebodyWaits(): Promise<void> {
    for (let waiting = 0; waiting === 0;) {
      const [row] = await room.database.rows<{ count: number }>(
        `select count(*)::integer as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = row?.count ?? 0;
    }
  }

  it('waits for it, and is refused when it comes second', async () => {
    const [id, ticket] = [await founded('first'), await ticketOf('late')];
    const [locked, goOn] = [door(), door()];
    const dissolving = work.run(async (tx) => {
      await tx.taskForces.lock(id);
      locked.open();
      await goOn.opened;
      await tx.taskForces.dissolve(id, END, tx.now);
    });
    await locked.opened;
    const dispatch = work.run((tx) => give(tx, ticket, id));
    const refused = expect(dispatch).rejects.toBeInstanceOf(Refused);
    await somebodyWaits();
    goOn.open();
    await dissolving;
    await refused;
    await expect(dispatch).rejects.toMatchObject({ refusal: { code: 'taskForce.dissolved' } });
  });

  it('is seen by the dissolution when it comes first', async () => {
    const [id, ticket] = [await founded('second'), await ticketOf('early')];
    const [given, goOn] = [door(), door()];
    const dispatch = work.run(async (tx) => {
      await give(tx, ticket, id);
      given.open();
      await goOn.opened;
    });
    await given.opened;
    const dissolving = work.run(async (tx) => {
      expect(await tx.taskForces.concernedTicketIds(id)).toEqual([]);
      await tx.taskForces.lock(id);
      return tx.taskForces.concernedTicketIds(id);
    });
    await somebodyWaits();
    goOn.open();
    await dispatch;
    expect(await dissolving).toEqual([ticket.id]);
  });

  it('of another task force goes on unhindered', async () => {
    const [gone, other, ticket] = [await founded('gone'), await founded('other'), await ticketOf('free')];
    await work.run((tx) => tx.taskForces.dissolve(gone, END, tx.now));
    await work.run((tx) => give(tx, ticket, other));
    expect(await work.run((tx) => tx.taskForces.concernedTicketIds(other))).toEqual([ticket.id]);
  });

  it('and a name that is taken is refused as such', async () => {
    await founded('twice');
    const force = { id: idOf('twice again'), name: 'twice', regionCode: '220105', purpose: '统筹' };
    const again = work.run((tx) =>
      tx.taskForces.found(
        { ...force, memberUnitIds: [], leadId: idOf('department'), createdById: idOf('office') },
        tx.now,
      ),
    );
    await expect(again).rejects.toMatchObject({ refusal: { code: 'taskForce.name_taken' } });
  });
});
