import { maskedPhone, seesContact, type EnterpriseSummary, type EnterpriseView } from '@zhuqi/application';
import type { Industry, PersonActor } from '@zhuqi/domain';
import { named } from '../ticket-list/ticket-summary.mapper';

export interface EnterpriseRow {
  readonly id: string;
  readonly name: string;
  readonly credit_code: string;
  readonly region_code: string;
  readonly industry: Industry;
  readonly class: string;
  readonly state: string;
  readonly township_id: string | null;
  readonly township_name: string | null;
}

export interface EnterpriseFileRow extends EnterpriseRow {
  readonly address: string | null;
  readonly contact_name: string | null;
  readonly contact_phone: string | null;
  readonly officer_id: string | null;
  readonly officer_name: string | null;
  readonly leader_id: string | null;
  readonly leader_name: string | null;
}

export const enterpriseSummary = (row: EnterpriseRow): EnterpriseSummary => ({
  id: row.id,
  name: row.name,
  creditCode: row.credit_code,
  regionCode: row.region_code,
  industry: row.industry,
  township: named(row.township_id, row.township_name),
  class: row.class,
  state: row.state,
});

export function enterpriseView(row: EnterpriseFileRow, reader: PersonActor): EnterpriseView {
  const summary = enterpriseSummary(row);
  const phone = row.contact_phone;
  return {
    ...summary,
    address: row.address,
    contactName: row.contact_name,
    contactPhone: phone === null || seesContact(reader, summary) ? phone : maskedPhone(phone),
    officer: named(row.officer_id, row.officer_name),
    leader: named(row.leader_id, row.leader_name),
  };
}
