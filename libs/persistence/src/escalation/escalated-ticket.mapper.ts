import type { EscalatedTicket } from '@zhuqi/application';
import type { EscalationCause, Pause, PersonActor, Tier } from '@zhuqi/domain';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';

export interface EscalatedRow extends TicketSummaryRow {
  readonly from_tier: Tier;
  readonly to_tier: Tier;
  readonly cause: EscalationCause;
  readonly at: Date;
  readonly previous_opinion: string | null;
  readonly due_at: Date | null;
  readonly stands_at: Date | null;
  readonly pauses: readonly Pause[] | null;
  readonly position: string;
}

export function escalatedTicket(row: EscalatedRow, reader: PersonActor): EscalatedTicket {
  return {
    ticket: ticketSummary(row, reader),
    regionCode: row.region_code,
    fromTier: row.from_tier,
    toTier: row.to_tier,
    cause: row.cause,
    at: row.at.getTime(),
    previousOpinion: row.previous_opinion,
    promise: promiseStand(row),
  };
}

function promiseStand({ due_at, stands_at, pauses }: EscalatedRow): EscalatedTicket['promise'] {
  if (due_at === null || stands_at === null) return null;
  const standsAt = stands_at.getTime();
  return {
    dueAt: due_at.getTime(),
    standsAt,
    pauses: (pauses ?? []).map(({ from, to }) => ({ from, to: to ?? standsAt })),
  };
}
