import { STATUSES, type TicketStatus } from './axes';

/** How a person stands to a ticket. One person can stand in several ways. */
export const STANDINGS = [
  'enterprise',
  'officer',
  'holder',
  'assistant',
  'assignee',
  'ruler',
  'office',
  'leader',
  'city',
  'system',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABEL = {
  enterprise: '企业',
  officer: '驻企专员',
  holder: '当前承办人',
  assistant: '协办单位',
  assignee: '后续事项责任人',
  ruler: '有权裁定者',
  office: '调度办',
  leader: '包保领导',
  city: '市级',
  system: '系统',
} as const satisfies Record<Standing, string>;

export interface ActionRule {
  readonly label: string;
  readonly from: readonly TicketStatus[];
  /** `same`: no status change; `back`: to where it was before; `ruled`: where the request leads (`REQUEST_RULES`). */
  readonly to: TicketStatus | 'same' | 'back' | 'ruled';
  readonly by: readonly Standing[];
  /** Statuses only these standings may act from. */
  readonly narrowed?: Readonly<Partial<Record<TicketStatus, readonly Standing[]>>>;
  /** Changes that anyone may add without having seen the latest version. */
  readonly withoutVersion?: true;
}

const OPEN = ['submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended'] as const;
export const HELD = ['dispatched', 'in_progress'] as const satisfies readonly TicketStatus[];
/** Not at an end: what can still be merged, and what another ticket can be merged into. */
export const ALIVE = [...OPEN, 'answered'] as const satisfies readonly TicketStatus[];

/** The ticket machine: one row per action, read by the API, the buttons, the documentation and the tests. */
export const LIFECYCLE = {
  accept: { label: '受理', from: ['submitted'], to: 'accepted', by: ['officer', 'office'] },
  reject: {
    label: '不予受理',
    from: ['submitted', 'accepted', 'dispatched'],
    to: 'rejected',
    by: ['officer', 'office'],
    narrowed: { dispatched: ['office'] },
  },
  route: { label: '自动派单', from: ['submitted'], to: 'dispatched', by: ['system'] },
  dispatch: {
    label: '交办',
    from: ['submitted', 'accepted', 'dispatched', 'in_progress'],
    to: 'dispatched',
    // The widest standing first: who is both is not held to the officer's own township.
    by: ['office', 'leader', 'officer'],
  },
  claim: { label: '认领', from: ['dispatched'], to: 'in_progress', by: ['holder'] },
  contact: {
    label: '首次联系',
    from: ['accepted', ...HELD, 'need_info', 'answered'],
    to: 'same',
    by: ['holder', 'officer'],
    withoutVersion: true,
  },
  requestInfo: {
    label: '一次性告知',
    from: ['submitted', 'accepted', ...HELD],
    to: 'need_info',
    by: ['holder', 'officer', 'office'],
    narrowed: { dispatched: ['holder'], in_progress: ['holder'] },
  },
  supplyInfo: { label: '补充材料', from: ['need_info'], to: 'back', by: ['enterprise', 'officer'] },
  lapseInfo: { label: '补充期满', from: ['need_info'], to: 'back', by: ['system'] },
  reply: {
    label: '逐项答复',
    from: ['accepted', ...HELD],
    to: 'same',
    by: ['holder', 'officer'],
    narrowed: { accepted: ['officer'], dispatched: ['holder'], in_progress: ['holder'] },
  },
  planItems: {
    label: '逐项定期限',
    from: ['accepted', ...HELD],
    to: 'same',
    by: ['holder', 'officer', 'office'],
  },
  defer: { label: '容缺办理', from: ['accepted', ...HELD], to: 'same', by: ['holder', 'officer', 'office'] },
  supplyDeferred: {
    label: '补交容缺材料',
    // A commitment may fall due after the closing.
    from: ['accepted', ...HELD, 'need_info', 'suspended', 'answered', 'closed'],
    to: 'same',
    by: ['enterprise', 'officer'],
  },
  assist: { label: '会办', from: ['in_progress'], to: 'same', by: ['holder', 'office'] },
  giveOpinion: {
    label: '协办意见',
    from: [...HELD, 'need_info', 'suspended'],
    to: 'same',
    by: ['assistant'],
  },
  release: { label: '解除协办', from: HELD, to: 'same', by: ['holder', 'office'] },
  convene: {
    label: '召集会商',
    from: ['accepted', ...HELD, 'need_info', 'suspended'],
    to: 'same',
    by: ['office', 'leader', 'holder'],
  },
  // What was convened can be brought to its end while the ticket waits for a verdict, or goes along with another.
  conclude: {
    label: '录入会商纪要',
    from: [...ALIVE, 'merged'],
    to: 'same',
    by: ['office', 'leader', 'holder'],
  },
  cancelConference: {
    label: '取消会商',
    from: [...ALIVE, 'merged'],
    to: 'same',
    by: ['office', 'leader', 'holder'],
  },
  // A decision stands whatever becomes of the ticket.
  finishFollowUp: {
    label: '落实后续事项',
    from: STATUSES,
    to: 'same',
    by: ['assignee', 'office', 'holder'],
  },
  request: { label: '提出申请', from: HELD, to: 'same', by: ['holder'] },
  recall: { label: '撤回申请', from: [...HELD, 'need_info'], to: 'same', by: ['holder'] },
  rule: { label: '裁定', from: HELD, to: 'ruled', by: ['ruler'] },
  resume: { label: '恢复办理', from: ['suspended'], to: 'in_progress', by: ['holder', 'office', 'system'] },
  report: { label: '阶段性报告', from: HELD, to: 'same', by: ['holder'] },
  answer: {
    label: '答复',
    from: ['accepted', ...HELD],
    to: 'answered',
    by: ['holder', 'officer'],
    narrowed: { accepted: ['officer'], dispatched: ['holder'], in_progress: ['holder'] },
  },
  confirm: { label: '确认销号', from: ['answered'], to: 'closed', by: ['enterprise'] },
  dispute: { label: '不认可', from: ['answered'], to: 'in_progress', by: ['enterprise'] },
  close: { label: '销号', from: ['answered'], to: 'closed', by: ['office', 'system'] },
  reopen: { label: '重办', from: ['closed'], to: 'in_progress', by: ['office'] },
  merge: { label: '并案', from: ALIVE, to: 'merged', by: ['office'] },
  unmerge: { label: '拆分并案', from: ['merged'], to: 'back', by: ['office', 'system'] },
  escalate: { label: '提级', from: HELD, to: 'dispatched', by: ['holder', 'office', 'system'] },
  withdraw: { label: '撤回', from: OPEN, to: 'withdrawn', by: ['enterprise'] },
  urge: {
    label: '催办',
    from: OPEN,
    to: 'same',
    by: ['enterprise', 'officer', 'office', 'leader', 'city', 'system'],
  },
  supervise: { label: '督办', from: OPEN, to: 'same', by: ['office', 'leader', 'city', 'system'] },
  instruct: { label: '批示', from: OPEN, to: 'same', by: ['leader', 'city'] },
  comment: {
    label: '备注',
    from: ALIVE,
    to: 'same',
    by: ['enterprise', 'officer', 'holder', 'assistant', 'office', 'leader', 'city'],
    withoutVersion: true,
  },
} as const satisfies Record<string, ActionRule>;

export type Action = keyof typeof LIFECYCLE;

export const ACTIONS = Object.keys(LIFECYCLE) as Action[];

/** What people can ask for over the API; the rest is the system's own. */
export const PERSON_ACTIONS = ACTIONS.filter((action) =>
  (LIFECYCLE[action].by as readonly Standing[]).some((standing) => standing !== 'system'),
);

export const ruleOf = (action: Action): ActionRule => LIFECYCLE[action];

/** Whether the table lets this standing take the action from this status. */
export function allows(action: Action, status: TicketStatus, standing: Standing): boolean {
  const rule = ruleOf(action);
  if (!rule.from.includes(status) || !rule.by.includes(standing)) return false;
  return rule.narrowed?.[status]?.includes(standing) ?? true;
}
