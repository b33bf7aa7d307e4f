import { isDeepStrictEqual } from 'node:util';
import {
  FIGURES,
  nextCheckAt,
  nextDueAt,
  noticeRule,
  type EventType,
  type EventValue,
  type LedgerEntry,
  type Ticket,
} from '@zhuqi/domain';
import { FIND_TICKET } from '../../libs/persistence/src/ticket/load-ticket.sql';
import { toTicket, type AggregateRow } from '../../libs/persistence/src/ticket/ticket.mapper';
import { actorInNames, inNames } from './names';
import type { Story } from './story';
import type { System } from './system';

interface EventRow {
  readonly seq: number;
  readonly type: EventType;
  readonly at: number;
  readonly kind: 'person' | 'system';
  readonly id: string | null;
  readonly data: Readonly<Record<string, EventValue>>;
  readonly texts: Readonly<Record<string, string>> | null;
}

/** A message that has left a transaction. */
export interface MessageRow {
  readonly id: string;
  readonly seq: number;
  readonly job: 'ticket.route' | 'notice.deliver';
}

interface StoredRow extends AggregateRow {
  readonly [column: string]: unknown;
  readonly next_check_at: Date | null;
  readonly next_due_at: Date | null;
  readonly escalated_at: Date | null;
  readonly events: readonly EventRow[];
  readonly ledger: readonly (Readonly<Record<string, number>> & { readonly at: number })[];
  readonly escalations: readonly Readonly<Record<string, unknown>>[];
  readonly messages: readonly MessageRow[];
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

const listOf = (row: string, from: string, order: string): string =>
  `(select coalesce(json_agg(${row} order by ${order}), '[]') from ${from} where p.ticket_id = t.id and p.seq > $2)`;

/** The aggregate as the programs read it, and beside it what was written about the ticket after event $2. */
const STORED = {
  name: 'model-stored',
  text: `
select found.*, t.next_check_at, t.next_due_at, t.escalated_at,
  ${listOf(
    `json_build_object('seq', p.seq, 'type', p.type, 'at', ${ms('p.at')}, 'kind', p.actor_kind, 'id', p.actor_id,
       'data', p.data, 'texts', x.texts)`,
    'ticket_event p left join ticket_text x on x.ticket_id = p.ticket_id and x.seq = p.seq',
    'p.seq',
  )} as events,
  ${listOf(`to_jsonb(p) || jsonb_build_object('at', ${ms('p.at')})`, 'ledger p', 'p.seq, p.part')} as ledger,
  ${listOf(
    `json_build_object('round', p.round, 'fromTier', p.from_tier, 'toTier', p.to_tier, 'cause', p.cause,
       'at', ${ms('p.at')}, 'seq', p.seq)`,
    'escalation p',
    'p.seq, p.id',
  )} as escalations,
  ${listOf(`json_build_object('id', p.id, 'seq', p.seq, 'job', p.job)`, 'outbox p', 'p.seq, p.job')} as messages
from (${FIND_TICKET.text}) found, ticket t where t.id = $1`,
};

/** How much of a story has been compared already. */
interface Seen {
  readonly events: number;
  readonly ledger: number;
  readonly escalations: number;
}

const NOTHING_SEEN: Seen = { events: 0, ledger: 0, escalations: 0 };

/** The values as they are compared: what the model says and what the database says, in the same words. */
type Facts = Readonly<Record<string, unknown>>;

/** Compares stories with what is stored of them, and keeps what was stored last. */
export class Comparison {
  private readonly seen = new WeakMap<Story, Seen>();
  private readonly stored = new WeakMap<Story, Ticket>();

  constructor(private readonly system: System) {}

  /** The ticket as it was last read from the database. */
  storedOf(story: Story): Ticket {
    const ticket = this.stored.get(story);
    if (ticket === undefined) throw new Error('this story has not been compared yet');
    return ticket;
  }

  /** Throws with the difference, if there is one; answers the messages that are new. */
  async check(story: Story): Promise<readonly MessageRow[]> {
    const seen = this.seen.get(story) ?? NOTHING_SEEN;
    const { ticket, events, ledger, escalations } = story;
    const [row] = await this.system.database.named<StoredRow>(STORED, [ticket.id, seen.events]);
    if (row === undefined) throw new Error(`${ticket.number} is not in the database`);
    const stored = toTicket(row);
    mustEqual(storedFacts(stored, row), modelFacts(story, seen));
    this.seen.set(story, {
      events: events.length,
      ledger: ledger.length,
      escalations: escalations.length,
    });
    this.stored.set(story, stored);
    return row.messages;
  }
}

/** Fast when they are equal; told by Jest when they are not. */
function mustEqual(stored: Facts, model: Facts): void {
  if (!isDeepStrictEqual(stored, model)) expect(stored).toStrictEqual(model);
}

const aggregate = (ticket: Ticket): Ticket =>
  inNames({ ...ticket, headHash: '', childIds: [...ticket.childIds].sort() }, ticket);

function storedFacts(ticket: Ticket, added: StoredRow): Facts {
  const facts = {
    events: added.events.map(({ data, texts, kind, id, ...event }) => {
      const { textDigest, ...rest } = data;
      return {
        ...event,
        ...{ actor: actorInNames({ kind, id }), data: rest, texts: texts ?? {} },
        digested: textDigest !== undefined,
      };
    }),
    escalations: added.escalations,
    escalatedAt: added.escalated_at?.getTime() ?? null,
    nextCheckAt: added.next_check_at?.getTime() ?? null,
    nextDueAt: added.next_due_at?.getTime() ?? null,
    ledger: added.ledger.map(postedFacts),
    messages: added.messages.map(({ seq, job }) => ({ seq, job })),
  };
  return { ticket: aggregate(ticket), ...inNames(facts, ticket) };
}

function modelFacts(story: Story, seen: Seen): Facts {
  const { ticket } = story;
  const facts = {
    events: story.events.slice(seen.events).map(({ actor, data, texts, type, at }, index) => ({
      ...{ seq: seen.events + index + 1, type, at, actor: actorInNames(actor) },
      ...{ data, texts, digested: Object.keys(texts).length > 0 },
    })),
    escalations: story.escalations.slice(seen.escalations).map(({ id: _, ...escalation }) => escalation),
    escalatedAt: story.escalations.at(-1)?.at ?? null,
    nextCheckAt: nextCheckAt(ticket),
    nextDueAt: nextDueAt(ticket),
    ledger: story.ledger.slice(seen.ledger).map((entry) => entryFacts(entry, ticket)),
    messages: expectedMessages(story, seen.events),
  };
  return { ticket: aggregate(ticket), ...inNames(facts, ticket) };
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const FIGURE_COLUMNS = FIGURES.map((figure) => [figure, snakeCase(figure)] as const);

/** The keys a posting is counted under, as they were when the ticket was collected. */
const keysOf = (row: Readonly<Record<string, unknown>>) => ({
  townshipId: row['township_id'],
  departmentId: row['department_id'],
  officerId: row['officer_id'],
  leaderId: row['leader_id'],
  confidential: row['confidential'],
});

const postedFacts = (row: Readonly<Record<string, number>>) => ({
  ...{ part: row['part'], at: row['at'], tier: row['tier'] },
  figures: Object.fromEntries(FIGURE_COLUMNS.map(([figure, column]) => [figure, row[column]])),
  ...keysOf(row),
});

const entryFacts = (
  { part, at, tier, figures }: LedgerEntry,
  { townshipId, departmentId, officerId, leaderId, confidential }: Ticket,
) => ({ ...{ part, at, tier, figures }, ...{ townshipId, departmentId, officerId, leaderId, confidential } });

const ROUTED_AFTER: readonly EventType[] = ['submitted', 'infoSupplied', 'infoLapsed', 'unmerged'];

/** Every event that tells somebody has its message, and so has a ticket that waits for somebody to hold it. */
function expectedMessages({ events, ticket }: Story, from: number): object[] {
  const waits = ticket.status === 'submitted' && ticket.triageReason === null;
  return events.slice(from).flatMap((event, index) => {
    const seq = from + index + 1;
    const told = noticeRule(event) === null ? [] : [{ seq, job: 'notice.deliver' }];
    return waits && ROUTED_AFTER.includes(event.type) ? [...told, { seq, job: 'ticket.route' }] : told;
  });
}
