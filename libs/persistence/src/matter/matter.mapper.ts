import type { MatterFile, MatterMember, MatterSummary } from '@zhuqi/application';
import type { MatterAnswer, MatterState, PersonActor, Solved } from '@zhuqi/domain';
import { named, ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';

export interface MatterLine {
  readonly id: string;
  readonly region_code: string;
  readonly title: string;
  readonly state: MatterState;
  readonly made_at: Date;
  readonly made_by_id: string;
  readonly made_by_name: string;
  readonly lead_ticket_id: string | null;
  readonly lead_number: string | null;
  readonly tickets: number;
  readonly enterprises: number;
  readonly waits: number;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly waiting: number;
  readonly silent: number;
  readonly position: string;
}

export interface MatterFileRow extends MatterLine {
  readonly reason: string;
  readonly answer: MatterAnswer | null;
  readonly answered_at: Date | null;
  readonly answered_by_id: string | null;
  readonly answered_by_name: string | null;
  readonly responsible_unit_name: string | null;
  readonly dissolved_at: Date | null;
}

export interface MemberRow extends TicketSummaryRow {
  readonly leads: boolean;
  readonly solved: Solved | null;
  readonly rating: number | null;
  readonly answered_at: Date | null;
}

export const matterSummary = (row: MatterLine): MatterSummary => ({
  id: row.id,
  regionCode: row.region_code,
  title: row.title,
  state: row.state,
  leadTicket:
    row.lead_ticket_id === null || row.lead_number === null
      ? null
      : { id: row.lead_ticket_id, number: row.lead_number },
  madeAt: row.made_at.getTime(),
  madeBy: { id: row.made_by_id, name: row.made_by_name },
  tickets: row.tickets,
  enterprises: row.enterprises,
  open: row.waits,
  verdicts: { yes: row.yes, partly: row.partly, no: row.no, waiting: row.waiting, silent: row.silent },
});

export const matterFile = (
  row: MatterFileRow,
  members: readonly MemberRow[],
  reader: PersonActor,
): MatterFile => ({
  ...matterSummary(row),
  reason: row.reason,
  answer: answerOf(row),
  answeredAt: row.answered_at?.getTime() ?? null,
  answeredBy: named(row.answered_by_id, row.answered_by_name),
  dissolvedAt: row.dissolved_at?.getTime() ?? null,
  members: members.map((member) => memberOf(member, reader)),
});

function answerOf({ answer, responsible_unit_name: name }: MatterFileRow): MatterFile['answer'] {
  if (answer === null) return null;
  const { outcome, route, result, responsibleUnitId } = answer;
  return { outcome, route, result, responsibleUnit: { id: responsibleUnitId, name: name ?? '' } };
}

const memberOf = (row: MemberRow, reader: PersonActor): MatterMember => ({
  ticket: ticketSummary(row, reader),
  lead: row.leads,
  solved: row.solved,
  rating: row.rating,
  answeredAt: row.answered_at?.getTime() ?? null,
});
