import type { EscalationState } from '@zhuqi/application';
import { scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { momentText, momentValue } from '../paging/page-key';
import { lampOf, momentAt, NOW, standsAt } from '../ticket-list/lamp.sql';
import { checked } from '../ticket-list/ticket-page.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { queueConditions, rankConditions, type Rank } from './escalation-queue.sql';

interface SqlText {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface QueuePart {
  readonly reader: PersonActor;
  readonly state: EscalationState;
  readonly rank: Rank;
  readonly now: Date;
  readonly limit: number;
  /** Moment and ticket id where the last page ended in this part. */
  readonly after: readonly string[] | null;
}

/** The first items of one part of the queue, the oldest first; names and clocks are looked up for these alone. */
export function partStatement({ reader, state, rank, now, limit, after }: QueuePart): SqlText {
  const parameters = new Parameters();
  const moment = momentAt(parameters.add(now));
  const { place, rest } = queueConditions(reader, state, parameters);
  const conditions = [...place, ...[...rest, ...rankConditions(state, rank)].map(checked)];
  if (after !== null) {
    const [at, id] = after;
    conditions.push(
      `(t.escalated_at, t.id) > (${momentValue(parameters.add(at))}, ${parameters.add(id)}::uuid)`,
    );
  }
  const regions = parameters.add(scopeOf(reader).regionCodes);
  const text = `with ${moment}, page as materialized (
      select hit.id, hit.at from unnest(${regions}::text[]) as region(code) cross join lateral (
        select t.id, t.escalated_at as at from ticket t ${lampOf('t')}
        where t.region_code = region.code and ${conditions.join(' and ')}
        order by t.escalated_at, t.id limit ${limit}) hit
      order by hit.at, hit.id limit ${limit})
    select ${SUMMARY_COLUMNS}, latest.from_tier, latest.to_tier, latest.cause, latest.at, ${OPINION} as previous_opinion,
      promise.due_at, promise.stands_at, promise.pauses, ${momentText('page.at')} as position
    from page join ticket t on t.id = page.id ${LATEST_ESCALATION} ${PROMISE} ${SUMMARY_JOINS}
    order by page.at, page.id`;
  return { text, values: parameters.values };
}

const LATEST_ESCALATION = `cross join lateral (
      select from_tier, to_tier, cause, at, seq from escalation where escalation.ticket_id = t.id
      order by escalation.at desc, escalation.seq desc limit 1
    ) latest`;

// The words stand in one place, from which they can be erased.
const OPINION = `(select words.texts ->> 'reason' from ticket_text words
      where words.ticket_id = t.id and words.seq = latest.seq)`;

const PROMISE = `left join lateral (
      select clock.due_at, clock.pauses, coalesce(${standsAt('clock')}, ${NOW}) as stands_at
      from ticket_clock clock where clock.ticket_id = t.id and clock.kind = 'resolve' limit 1
    ) promise on true`;

/** How long the whole queue is. */
export function queueLengthStatement(reader: PersonActor, state: EscalationState): SqlText {
  const parameters = new Parameters();
  const { place, rest } = queueConditions(reader, state, parameters);
  const text = `select count(*)::integer as count from ticket t where ${[...place, ...rest].join(' and ')}`;
  return { text, values: parameters.values };
}
