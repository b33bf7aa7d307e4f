import type { TicketEvent } from '@zhuqi/domain';
import type { Client } from 'pg';
import { chainEvents } from '../../libs/persistence/src/ticket/hash-chain';

/** Where the chain of the copy `c` ends. */
export const HEAD_OF_COPY = '(select h.head from bench_head h where h.copy = c.copy)';

/** Copies whose events travel to the database together. */
const BATCH = 400;

interface Copy {
  readonly id: string;
  readonly original: string;
  readonly copy: string;
}

interface StoredStep {
  readonly ticketId: string;
  readonly type: TicketEvent['type'];
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly data: TicketEvent['data'] & { readonly textDigest?: string };
  readonly texts: TicketEvent['texts'] | null;
}

/** Tells the events of every copy in `bench_copy` anew, through the same function as a ticket that is written. */
export async function linkCopies(client: Client, id: string): Promise<void> {
  const stories = await storiesOf(client);
  await client.query('create temp table bench_head (copy bigint primary key, head text)');
  await client.query(`declare copies no scroll cursor with hold for
    select ${id} as id, c.original, c.copy from bench_copy c order by c.copy`);
  for (;;) {
    const { rows } = await client.query<Copy>(`fetch ${String(BATCH)} from copies`);
    if (rows.length === 0) break;
    await insert(client, rows, stories);
  }
  await client.query('close copies');
}

async function storiesOf(client: Client): Promise<ReadonlyMap<string, readonly TicketEvent[]>> {
  const { rows } = await client.query<StoredStep>(`
    select e.ticket_id as "ticketId", e.type, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.data, x.texts
    from ticket_event e left join ticket_text x using (ticket_id, seq) order by e.ticket_id, e.seq`);
  const stories = new Map<string, TicketEvent[]>();
  for (const row of rows) {
    const story = stories.get(row.ticketId) ?? [];
    stories.set(row.ticketId, [...story, eventOf(row)]);
  }
  return stories;
}

function eventOf({ type, at, actorKind, actorId, data, texts }: StoredStep): TicketEvent {
  const { textDigest: _, ...said } = data;
  const actor = { kind: actorKind, id: actorId } as TicketEvent['actor'];
  return { type, at: at.getTime(), actor, data: said, texts: texts ?? {} };
}

async function insert(
  client: Client,
  copies: readonly Copy[],
  stories: ReadonlyMap<string, readonly TicketEvent[]>,
): Promise<void> {
  const linked = copies.map(({ id, original, copy }) => ({
    ...chainEvents(id, '', 1, stories.get(original) ?? []),
    copy,
  }));
  const values = [
    linked.flatMap(({ events }) => events),
    linked.flatMap(({ texts }) => texts),
    linked.map(({ copy, head }) => ({ copy, head })),
  ];
  await client.query({
    name: 'link-copies',
    text: `
with events as (insert into ticket_event select * from json_populate_recordset(null::ticket_event, $1::json)),
texts as (insert into ticket_text (ticket_id, seq, texts, salt)
  select ticket_id, seq, texts, salt from json_populate_recordset(null::ticket_text, $2::json))
insert into bench_head select copy, head from json_populate_recordset(null::bench_head, $3::json)`,
    values: values.map((value) => JSON.stringify(value)),
  });
}
