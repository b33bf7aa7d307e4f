import type { EnterpriseSummary, EnterpriseView, PairingView } from '@zhuqi/application';
import { INDUSTRY_LABEL } from '@zhuqi/domain';
import { ReferenceView } from '../ticket-list/ticket-summary.view';

/** 列表中的一家企业 */
export class EnterpriseItemView {
  id: string;
  name: string;
  creditCode: string;
  regionCode: string;
  industry: string;
  industryName: string;
  township: ReferenceView | null;
  class: string;
  /** candidate 待核实 | active 在册 */
  state: string;
}

/** 一页企业 */
export class EnterprisePageView {
  items: EnterpriseItemView[];
  nextCursor: string | null;
  total?: number;
}

/** 企业档案 */
export class EnterpriseFileView extends EnterpriseItemView {
  address: string | null;
  contactName: string | null;
  /** 除企业本身、其驻企专员与调度办外均已遮盖 */
  contactPhone: string | null;
  officer: ReferenceView | null;
  leader: ReferenceView | null;
}

/** 一段包保关系，首尾两日均含；to 为空即延续至今 */
export class PairingItemView {
  /** officer 驻企专员 | leader 包保领导 */
  kind: string;
  person: ReferenceView;
  from: string | null;
  to: string | null;
  current: boolean;
}

/** 一家企业的包保关系，近者在前 */
export class PairingListView {
  items: PairingItemView[];
  nextCursor: string | null;
}

export const enterpriseItemView = (enterprise: EnterpriseSummary): EnterpriseItemView => ({
  ...enterprise,
  industryName: INDUSTRY_LABEL[enterprise.industry],
});

export const enterpriseFileView = (enterprise: EnterpriseView): EnterpriseFileView => ({
  ...enterprise,
  industryName: INDUSTRY_LABEL[enterprise.industry],
});

export const pairingListView = (items: readonly PairingView[]): PairingListView => ({
  items: items.map(({ kind, person, fromOn, toOn, current }) => ({
    ...{ kind, person, current },
    from: fromOn,
    to: toOn,
  })),
  nextCursor: null,
});
