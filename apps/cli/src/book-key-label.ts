/** What can be wrong with a posting, a sum or a ticket's row, in people's words; a figure goes by its name in the API. */
const LABELS: Readonly<Record<string, string>> = {
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
  status: '状态',
  outcome: '办理结果',
  round: '轮次',
  collectedAt: '收集时刻',
  solved: '企业评价是否解决',
  rating: '企业评分',
  verdictBy: '评价人',
  contactOnTime: '首次联系是否及时',
  last_at: '最后入账时刻',
};

export const bookKeyLabel = (what: string): string => LABELS[what] ?? `数字 ${what}`;
