import type { EscalationState } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { momentText, momentValue } from '../paging/page-key';
import { lampOf, momentAt, MOMENT, NOW, standsAt } from '../ticket-list/lamp.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { ESCALATED, queueConditions, type Rank } from './escalation-queue.sql';

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
  const conditions = queueConditions(reader, state, rank, parameters);
  if (after !== null) {
    const [at, id] = after;
    conditions.push(`(latest.at, t.id) > (${momentValue(parameters.add(at))}, ${parameters.add(id)}::uuid)`);
  }
  const text = `with ${moment}, page as materialized (
      select t.id, latest.id as escalation_id, latest.at from ${ESCALATED} ${lampOf('t')}
      where ${conditions.join(' and ')} order by latest.at, t.id limit ${parameters.add(limit)})
    select ${SUMMARY_COLUMNS}, escalation.from_tier, escalation.to_tier, escalation.cause, escalation.at,
      escalation.previous_opinion, promise.due_at, promise.stands_at, promise.pauses,
      ${momentText('page.at')} as position
    from page join ticket t on t.id = page.id join escalation on escalation.id = page.escalation_id
    left join lateral (
      select clock.due_at, clock.pauses, coalesce(${standsAt('clock')}, ${NOW}) as stands_at
      from ticket_clock clock where clock.ticket_id = t.id and clock.kind = 'resolve' limit 1
    ) promise on true
    ${SUMMARY_JOINS} order by page.at, page.id`;
  return { text, values: parameters.values };
}

/** How long the whole queue is. */
export function queueLengthStatement(reader: PersonActor, state: EscalationState): SqlText {
  const parameters = new Parameters();
  const conditions = queueConditions(reader, state, null, parameters);
  const text = `with ${MOMENT} select count(*)::integer as count from ${ESCALATED} where ${conditions.join(' and ')}`;
  return { text, values: parameters.values };
}
