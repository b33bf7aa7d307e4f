/** Ways in which something can be left with nobody, what each is, and what the office does about it. */
export const ORPHAN_KINDS = {
  holder_gone: {
    what: '承办人已离岗或不再承担承办职责，也没有代班人',
    todo: '请为承办人办理岗位交接，或改派',
  },
  unit_unstaffed: { what: '承办单位没有在岗的经办人员', todo: '请为该单位配备经办人员，或改派' },
  no_holder: { what: '诉求已交办，却没有承办单位和承办人', todo: '请交办' },
  waiting: { what: '诉求等待交办已超过 1 个工作日', todo: '请分诊并交办' },
  assist_unstaffed: {
    what: '协办单位没有在岗的经办人员，意见无人出具',
    todo: '请解除协办，或为该单位配备经办人员',
  },
  request_unruled: { what: '申请待裁定，却没有在岗的有权裁定者', todo: '请配备裁定人员，或由承办人撤回申请' },
  follow_up_unassigned: {
    what: '会商确定的后续事项，责任人已离岗且没有代班人，或责任单位没有在岗的经办人员',
    todo: '请由承办人或调度办落实并反馈，或为责任人、责任单位安排接替人员',
  },
  officer_missing: { what: '企业当前没有在岗的驻企专员', todo: '请安排包保，或为原专员办理岗位交接' },
  leader_missing: { what: '企业当前没有在岗的包保领导', todo: '请安排包保，或为原领导办理岗位交接' },
  lead_gone: { what: '专班牵头人已离岗，也没有代班人', todo: '请为专班更换牵头人' },
  project_unled: {
    what: '在建、待开工项目的包保领导或项目秘书已离岗，也没有代班人',
    todo: '请为项目更换责任人',
  },
  handover_stuck: {
    what: '计划中的岗位交接未能生效：接替人已离岗，或生效日期已过',
    todo: '请取消后重新办理交接',
  },
} as const satisfies Record<string, { readonly what: string; readonly todo: string }>;

export type OrphanKind = keyof typeof ORPHAN_KINDS;

export const ORPHAN_KIND_NAMES = Object.keys(ORPHAN_KINDS) as OrphanKind[];
