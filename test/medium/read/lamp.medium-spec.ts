import { TicketList } from '@zhuqi/application';
import { LAMPS, ticketLamp, type Ticket, type TicketClock } from '@zhuqi/domain';
import { allPages } from './pages';
import { idOf, NOW, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, insertClock, insertTicket, settleTwoDistricts } from './two-districts';

const HOUR_MS = 3_600_000;
const now = Date.parse(NOW);
const STATES = ['idle', 'running', 'paused', 'stopped'] as const;
/** Hours from now; the clock runs on during the test, so nothing lies within a minute of now. */
const MOMENTS = [
  { dueAt: 24, warnAt: 8 },
  { dueAt: 24, warnAt: -8 },
  { dueAt: -8, warnAt: -24 },
  { dueAt: 8, warnAt: null },
] as const;
/** For a stopped clock: when it stopped, and when the pause began that it never came out of. */
const STOPS = [
  { stoppedAt: -4, pausedFrom: null },
  { stoppedAt: -12, pausedFrom: null },
  { stoppedAt: -4, pausedFrom: -12 },
] as const;

type ClockFacts = Pick<TicketClock, 'id' | 'kind' | 'state' | 'dueAt' | 'warnAt' | 'stoppedAt' | 'pauses'>;

/** Every state at every moment; a stopped clock with every way of having stopped. */
const CLOCKS = STATES.flatMap((state) =>
  MOMENTS.flatMap((moment) =>
    STOPS.slice(0, state === 'stopped' ? 3 : 1).map((stop) => ({ state, moment, stop })),
  ),
);

function clock(index: number, kind: 'resolve' | 'leg', id: string): ClockFacts {
  const { state, moment, stop } = CLOCKS[index % CLOCKS.length] as (typeof CLOCKS)[number];
  const at = (hours: number): number => now + hours * HOUR_MS;
  const stopped = state === 'stopped';
  const from = stopped ? stop.pausedFrom : state === 'paused' ? -2 : null;
  return {
    id,
    kind,
    state,
    dueAt: at(moment.dueAt),
    warnAt: moment.warnAt === null ? null : at(moment.warnAt),
    stoppedAt: stopped ? at(stop.stoppedAt) : null,
    pauses: [
      { from: at(-30), to: at(-28), reason: 'need_info' },
      ...(from === null ? [] : [{ from: at(from), to: null, reason: 'answered' }]),
    ],
  };
}

describe('the lamp in SQL', () => {
  let room: ReadingRoom;
  const expected = new Map<string, string>();

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    for (let promise = 0; promise < CLOCKS.length; promise += 1) {
      for (const leg of [null, promise, promise + 3, promise * 5 + 1]) await lightLamp(promise, leg);
    }
    await insertTicket(room, { key: 'unclocked', enterprise: 'hongda' });
    expected.set(idOf('unclocked'), 'green');
  });

  async function lightLamp(promise: number, leg: number | null): Promise<void> {
    const key = `${promise}/${leg ?? 'none'}`;
    if (expected.has(idOf(key))) return;
    await insertTicket(room, { key, enterprise: 'hongda' });
    const clocks = [clock(promise, 'resolve', idOf(`${key}:resolve`))];
    if (leg !== null) clocks.push(clock(leg, 'leg', idOf(`${key}:leg`)));
    for (const facts of clocks) await insertFacts(key, facts);
    const clockId = leg === null ? null : idOf(`${key}:leg`);
    await room.insert('ticket_holding', {
      ticket_id: idOf(key),
      ordinal: 1,
      seq: 1,
      tier: 2,
      round: 1,
      from_at: NOW,
      clock_id: clockId,
    });
    const ticket = { clocks, holdings: [{ toAt: null, clockId }] } as unknown as Ticket;
    expected.set(idOf(key), ticketLamp(ticket, now));
  }

  const stored = (instant: number | null): string | null =>
    instant === null ? null : new Date(instant).toISOString();

  const insertFacts = (ticket: string, facts: ClockFacts) =>
    insertClock(room, {
      ticket,
      kind: facts.kind,
      columns: {
        state: facts.state,
        due_at: stored(facts.dueAt),
        warn_at: stored(facts.warnAt),
        stopped_at: stored(facts.stoppedAt),
        pauses: JSON.stringify(facts.pauses),
      },
    });

  afterAll(() => room.close());

  it('is the lamp of the domain, for every promise with every kind of leg', async () => {
    const list = room.port(TicketList);
    const { items } = await allPages((page) =>
      list.page(actor('office'), { ...page, filter: {}, sort: 'due' }),
    );
    const lamps = new Map(items.map(({ id, lamp }) => [id, lamp]));
    expect(lamps).toEqual(expected);
    expect(new Set(lamps.values())).toEqual(new Set(LAMPS));
  });
});
