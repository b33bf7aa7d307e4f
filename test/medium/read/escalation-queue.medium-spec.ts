import {
  CalendarBook,
  EscalatedTickets,
  ListEscalations,
  type EscalationState,
  type VersionedCalendar,
} from '@zhuqi/application';
import { parseCalendarSpec, workingCalendar, type WorkingCalendar } from '@zhuqi/domain';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import {
  actor,
  insertClock,
  insertTicket,
  settleTwoDistricts,
  type ActorKey,
  type EnterpriseKey,
} from './two-districts';

interface Escalated {
  readonly key: string;
  readonly enterprise?: EnterpriseKey;
  readonly tier: number;
  readonly status?: string;
  readonly lamp: 'red' | 'yellow' | 'green' | 'grey';
  /** When it was last escalated. */
  readonly at: string;
  readonly columns?: Readonly<Record<string, unknown>>;
}

const FRIDAY = '2023-10-13T01:00:00Z';
const MONDAY = '2023-10-16T01:00:00Z';
const TUESDAY = '2023-10-17T01:00:00Z';

/** Due and yellow times that give the lamp on the morning of Friday the 20th. */
const DUE = {
  red: { due_at: '2023-10-19T09:00:00Z' },
  yellow: { due_at: '2023-10-24T09:00:00Z', warn_at: '2023-10-19T01:00:00Z' },
  green: { due_at: '2023-10-31T09:00:00Z', warn_at: '2023-10-27T01:00:00Z' },
  grey: { due_at: '2023-10-19T09:00:00Z', state: 'paused' },
} as const;

const mine = { leader_id: idOf('leader') };
const QUEUE: readonly Escalated[] = [
  { key: 'red late', tier: 3, lamp: 'red', at: TUESDAY, columns: mine },
  { key: 'red early', tier: 4, lamp: 'red', at: MONDAY },
  { key: 'yellow', tier: 2, lamp: 'yellow', at: FRIDAY, columns: mine },
  { key: 'yellow city', tier: 5, lamp: 'yellow', at: MONDAY },
  { key: 'green', tier: 4, lamp: 'green', at: FRIDAY, columns: { confidential: true } },
  { key: 'about leader', tier: 4, lamp: 'red', at: FRIDAY, columns: { about_person_id: idOf('leader') } },
  { key: 'waiting', tier: 3, status: 'need_info', lamp: 'grey', at: FRIDAY },
  { key: 'answered', tier: 4, status: 'answered', lamp: 'grey', at: FRIDAY, columns: mine },
  { key: 'closed', tier: 2, status: 'closed', lamp: 'green', at: FRIDAY },
  { key: 'other district', enterprise: 'lvshun', tier: 5, lamp: 'red', at: FRIDAY },
];

/** Every working day from nine to five, Shanghai time. */
class NineToFive extends CalendarBook {
  async current(): Promise<VersionedCalendar> {
    return { version: 1, calendar: await this.version() };
  }

  async version(): Promise<WorkingCalendar> {
    const hours = [['09:00', '17:00']];
    const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
    const spec = parseCalendarSpec({ timeZone: 'Asia/Shanghai', weekly });
    if (!spec.ok) throw new Error(spec.refusal.detail);
    return workingCalendar(spec.value);
  }

  days(): never {
    throw new Error('the queue asks for no year');
  }
}

describe('the escalation queue', () => {
  let room: ReadingRoom;
  let queue: ListEscalations;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    queue = new ListEscalations(room.port(EscalatedTickets), new NineToFive());
    for (const escalated of QUEUE) await insertEscalated(escalated);
    await insertTicket(room, {
      key: 'never',
      enterprise: 'hongda',
      columns: { status: 'in_progress', tier: 4 },
    });
  });

  afterAll(() => room.close());

  async function insertEscalated({ key, enterprise = 'hongda', ...facts }: Escalated): Promise<void> {
    const { tier, status = 'in_progress', lamp, at, columns } = facts;
    await insertTicket(room, {
      key,
      enterprise,
      columns: { status, tier, next_due_at: DUE[lamp].due_at, escalated_at: at, ...columns },
    });
    const pauses =
      lamp === 'grey' ? [{ from: Date.parse('2023-10-19T10:00:00Z'), to: null, reason: status }] : [];
    await insertClock(room, { ticket: key, columns: { ...DUE[lamp], pauses: JSON.stringify(pauses) } });
    const escalation = { ticket_id: idOf(key), round: 1, to_tier: tier, cause: 'manual' };
    const first = { from_tier: 1, at: '2023-10-11T01:00:00Z', seq: 1 };
    const last = {
      from_tier: tier - 1,
      at,
      seq: 2,
      cause: 'resolve_overdue',
    };
    for (const [index, step] of [first, last].entries()) {
      await room.insert('escalation', { id: idOf(`${key} ${index}`), ...escalation, ...step });
    }
    await tellReason(key, 1, '先前意见');
    await tellReason(key, 2, '需上级协调');
  }

  async function tellReason(key: string, seq: number, reason: string): Promise<void> {
    const place = { ticket_id: idOf(key), seq };
    const event = { type: 'escalated', at: MONDAY, actor_kind: 'system', data: '{}', hash: '' };
    await room.insert('ticket_event', { ...place, ...event });
    await room.insert('ticket_text', { ...place, texts: JSON.stringify({ reason }), salt: '' });
  }

  const read = async (key: ActorKey, state: EscalationState = 'open', limit = 2) =>
    (await allPages((page) => queue.execute(actor(key), state, page), limit)).items;
  const keys = async (key: ActorKey, state?: EscalationState) =>
    (await read(key, state)).map(({ ticket }) => ticket.number.replace('ZQ-', ''));

  it('gives the office all of its district, red before yellow, then the oldest first, each ticket once', async () => {
    expect(await keys('office')).toEqual([
      'about leader',
      'red early',
      'red late',
      'yellow',
      'yellow city',
      'green',
      'waiting',
    ]);
  });

  it('gives the auditor what the office sees', async () => {
    expect(await keys('auditor')).toEqual(await keys('office'));
  });

  it('gives a leader its own and all at tier 4, but neither another’s confidential ones nor any about itself', async () => {
    expect(await keys('leader')).toEqual(['red early', 'red late', 'yellow', 'yellow city']);
  });

  it('gives the city tier 5 of every district below it', async () => {
    expect(await keys('city')).toEqual(['other district', 'yellow city']);
  });

  it('gives another district its own', async () => {
    expect(await keys('office2')).toEqual(['other district']);
  });

  it.each(['officer', 'township', 'enterprise'] as const)('is nothing for %s', async (key) => {
    expect(await keys(key)).toEqual([]);
  });

  it('is done with a ticket once it is answered or closed', async () => {
    expect(await keys('office', 'done')).toEqual(['closed', 'answered']);
    expect(await keys('leader', 'done')).toEqual(['answered']);
  });

  it('tells the latest escalation, with the opinion it left behind', async () => {
    const [first] = await read('office');
    expect(first).toMatchObject({
      fromTier: 3,
      toTier: 4,
      cause: 'resolve_overdue',
      at: Date.parse(FRIDAY),
      previousOpinion: '需上级协调',
    });
  });

  it('tells no opinion any more once its words are erased', async () => {
    await room.database.rows('delete from ticket_text where ticket_id = $1 and seq = 2', [idOf('red late')]);
    const opinions = (await read('office')).map(({ ticket, previousOpinion }) => [
      ticket.id,
      previousOpinion,
    ]);
    expect(opinions).toContainEqual([idOf('red late'), null]);
    expect(opinions).toContainEqual([idOf('yellow'), '需上级协调']);
  });

  it('measures the overrun in working minutes, up to now or to where the promise stood still', async () => {
    const overrun = new Map(
      (await read('office')).map(({ ticket, overdueWorkingMinutes }) => [
        ticket.number,
        overdueWorkingMinutes,
      ]),
    );
    // Due at closing on Thursday; now is nine on Friday morning, a little later by the end of the test.
    expect(overrun.get('ZQ-red early')).toBeLessThan(5);
    expect(overrun.get('ZQ-yellow')).toBe(0);
    expect(overrun.get('ZQ-waiting')).toBe(0);
    await room.database.rows(`update ticket_clock set due_at = '2023-10-18T08:00:00Z' where ticket_id = $1`, [
      idOf('waiting'),
    ]);
    const waiting = (await read('office')).find(({ ticket }) => ticket.id === idOf('waiting'));
    expect(waiting?.overdueWorkingMinutes).toBe(60 + 8 * 60);
  });
});
