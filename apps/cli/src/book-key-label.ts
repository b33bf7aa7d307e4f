import type { TicketBookFault } from '@zhuqi/application';

/** What can be wrong with a posting, in people's words; a figure goes by its name in the API. */
const LABELS: Partial<Record<TicketBookFault['what'], string>> = {
  event: '没有对应事件的入账',
  at: '入账时刻',
  collectedOn: '收集日',
  tier: '层级',
  regionCode: '地区',
  townshipId: '属地街镇',
  departmentId: '行管部门',
  industry: '行业',
  enterpriseId: '企业',
  officerId: '驻企专员',
  leaderId: '包保领导',
  category: '诉求类别',
  population: '统计总体',
  confidential: '是否保密',
};

export const bookKeyLabel = (what: TicketBookFault['what']): string => LABELS[what] ?? `数字 ${what}`;
