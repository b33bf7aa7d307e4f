import { HIDDEN_ENTERPRISE_NAME, seesSubmitter, type Named, type TicketSummary } from '@zhuqi/application';
import type { Lamp, PersonActor, Outcome, Severity, Tier, TicketStatus, Urgency } from '@zhuqi/domain';

/** A row of the columns a summary is made of, as the driver hands it over. */
export interface TicketSummaryRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: TicketStatus;
  readonly tier: Tier | null;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly round: number;
  readonly outcome: Outcome | null;
  readonly title: string;
  readonly category: string;
  readonly category_name: string;
  readonly region_code: string;
  readonly confidential: boolean;
  readonly leader_id: string | null;
  readonly about_person_id: string | null;
  readonly submitted_at: Date;
  readonly next_due_at: Date | null;
  readonly lamp: Lamp;
  readonly enterprise_id: string;
  readonly enterprise_name: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly person_id: string | null;
  readonly person_name: string | null;
}

export const named = (id: string | null, name: string | null): Named | null =>
  id === null || name === null ? null : { id, name };

/** Turns a row into what a list shows to this reader. */
export function ticketSummary(row: TicketSummaryRow, reader: PersonActor): TicketSummary {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    tier: row.tier,
    severity: row.severity,
    urgency: row.urgency,
    lamp: row.lamp,
    round: row.round,
    outcome: row.outcome,
    title: row.title,
    category: row.category,
    categoryName: row.category_name,
    enterprise: submitter(row, reader),
    holder: { unit: named(row.unit_id, row.unit_name), person: named(row.person_id, row.person_name) },
    nextDueAt: row.next_due_at?.getTime() ?? null,
    submittedAt: row.submitted_at.getTime(),
    confidential: row.confidential,
  };
}

function submitter(row: TicketSummaryRow, reader: PersonActor): TicketSummary['enterprise'] {
  const { confidential, enterprise_id: enterpriseId, region_code: regionCode } = row;
  const { leader_id: leaderId, about_person_id: aboutPersonId } = row;
  return seesSubmitter(reader, { confidential, enterpriseId, regionCode, leaderId, aboutPersonId })
    ? { id: enterpriseId, name: row.enterprise_name }
    : { id: null, name: HIDDEN_ENTERPRISE_NAME };
}
