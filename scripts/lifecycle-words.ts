import type { Action, EscalationCause, RequestKind, Standing, Tier } from '@zhuqi/domain';

/** When a ticket rises by each cause. */
export const TRIGGER = {
  manual: '承办单位或调度办申请；每一轮、每一层级一次',
  resolve_overdue:
    '办结时限与到达本层级之日，以较晚者起满政策所定工作日（默认 3 个），暂停的时间不计；同时督办，每次只升一级',
  redispatched: '在同一层级由人工再次改派达到政策所定次数（默认 2 次）；自动派单、提级与同意退回不计',
  disputed_twice: '企业不认可达到政策所定次数（默认 2 次），此后每次不认可都提级',
  returned: '同意的退回超过政策所定次数（默认 2 次）时，不再转给另一单位，改由上一层级承办',
  leg_overdue: '本级时限到期后满政策触发规则所定的工作时间（默认没有这样的规则）',
  unclaimed: '认领时限到期后满政策触发规则所定的工作时间（默认没有这样的规则，到期只催办）',
} as const satisfies Record<EscalationCause, string>;

/** What must be true besides status and standing, whatever the action is given. */
export const CONDITION = {
  requestInfo: '本轮尚未告知过：材料一次性告知',
  escalate: '上面还有层级，且本轮尚未从这一层级申请提级过',
  answer: '协办意见均已出具或已解除；问题清单每一项均已答复',
  reply: '有问题清单',
  planItems: '有待答复的问题',
  supplyDeferred: '有待补交的容缺材料',
  giveOpinion: '本单位有待出具的协办意见',
  release: '有待出具的协办意见',
  conclude: '有待召开的会商；由召集时的身份或调度办录入，召开之后方可录入',
  cancelConference: '有待召开的会商；由召集时的身份或调度办取消',
  finishFollowUp: '有待落实的后续事项；由其责任单位或责任人、承办人或调度办反馈',
  request: '没有待裁定的申请：一次只能有一项',
  recall: '有待裁定的申请',
  rule: '有待裁定的申请：已有结果的不能再裁定',
  merge: '没有其他诉求并入本件：并案只有一层',
} as const satisfies Partial<Record<Action, string>>;

/** What each kind of request must say, and how far it may go. */
export const LIMIT = {
  return: {
    says: '应由哪个单位承办、职责依据',
    limit:
      '到达后政策所定期限内提出（默认 1 个工作日）；不同意即为最终决定，同一承办人不能再申请；同意超过政策所定次数（默认 2 次）改为提级',
    effect: '交办给所写单位，由其重新认领；承诺时限照走',
  },
  extension: {
    says: '新的办结日期',
    limit:
      '至迟在到期前政策所定期限提出（默认 1 个工作日）；默认 1 次，第二次只能由领导裁定；不超过该难易程度的最长时限（默认 3、15、30 个工作日，重大不限）',
    effect: '承诺与本层级时限延到该日，原时限仍保留，“不计延期的按时”以原时限为准',
  },
  suspension: {
    says: '复核日期',
    limit: '历次挂起合计不超过政策所定上限（默认 30 个工作日）',
    effect: '所有时限暂停，到复核日期自动恢复办理',
  },
  downgrade: {
    says: '更低层级的单位、更低的难易程度，或两者都不写而交给下一层级',
    limit: '未超过办结时限',
    effect: '交给更低层级重新认领；只调低难易程度而不换单位时状态不变；承诺时限不变',
  },
} as const satisfies Record<RequestKind, { says: string; limit: string; effect: string }>;

/** Who rules on what, by the tier of who asks. Never who holds the ticket, never who asked. */
export interface RulersRow {
  readonly tiers: readonly Tier[];
  readonly kinds: readonly RequestKind[];
  readonly rulers: readonly Standing[];
  /** The unit of the next tier rules as well. */
  readonly nextTier: boolean;
  /** Extensions granted before. */
  readonly extensions: number;
}

const OTHERS = ['return', 'suspension', 'downgrade'] as const;
const ALL = ['return', 'extension', 'suspension', 'downgrade'] as const;

export const RULERS: readonly RulersRow[] = [
  { tiers: [1, 2, 3], kinds: OTHERS, rulers: ['office'], nextTier: false, extensions: 0 },
  { tiers: [1, 2, 3], kinds: ['extension'], rulers: ['office'], nextTier: true, extensions: 0 },
  { tiers: [4], kinds: ALL, rulers: ['leader', 'city'], nextTier: false, extensions: 0 },
  { tiers: [5], kinds: ALL, rulers: ['office', 'leader'], nextTier: false, extensions: 0 },
  { tiers: [1, 2, 3, 4, 5], kinds: ['extension'], rulers: ['leader'], nextTier: false, extensions: 1 },
];
