import type { RulingItem } from '@zhuqi/application';
import type { Holder, PersonActor, RequestKind, RequestState, Severity } from '@zhuqi/domain';
import { named, ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';

export interface RulingItemRow extends TicketSummaryRow {
  readonly request_id: string;
  readonly kind: RequestKind;
  readonly request_state: RequestState;
  readonly reason: string;
  readonly basis: string | null;
  readonly evidence: string | null;
  readonly to_holder: Holder | null;
  readonly to_unit_name: string | null;
  readonly to_person_name: string | null;
  readonly new_due_on: string | null;
  readonly review_on: string | null;
  readonly to_severity: Severity | null;
  readonly asked_at: Date;
  readonly asked_by_id: string | null;
  readonly asked_by_name: string | null;
  readonly asked_unit_id: string | null;
  readonly asked_unit_name: string | null;
  readonly rule_by: Date;
  readonly overdue: boolean;
  readonly ruled_at: Date | null;
  readonly note: string | null;
  readonly may_rule: boolean;
  readonly position: string;
}

export const rulingItem = (row: RulingItemRow, reader: PersonActor): RulingItem => ({
  id: row.request_id,
  kind: row.kind,
  state: row.request_state,
  ticket: ticketSummary(row, reader),
  reason: row.reason,
  basis: row.basis,
  evidence: row.evidence,
  to: destination(row),
  newDueOn: row.new_due_on,
  reviewOn: row.review_on,
  toSeverity: row.to_severity,
  askedAt: row.asked_at.getTime(),
  askedBy: named(row.asked_by_id, row.asked_by_name),
  askedUnit: named(row.asked_unit_id, row.asked_unit_name),
  ruleBy: row.rule_by.getTime(),
  overdue: row.overdue,
  ruledAt: row.ruled_at?.getTime() ?? null,
  note: row.note,
  mayRule: row.may_rule,
});

function destination({ to_holder: to, to_unit_name, to_person_name }: RulingItemRow): RulingItem['to'] {
  if (to === null) return null;
  return { tier: to.tier, unit: named(to.unitId, to_unit_name), person: named(to.personId, to_person_name) };
}
