/** The orthogonal axes of a ticket. Status says where it stands; tier, severity, urgency and outcome are separate. */
export const STATUSES = [
  'submitted',
  'accepted',
  'dispatched',
  'in_progress',
  'answered',
  'closed',
  'need_info',
  'suspended',
  'rejected',
  'withdrawn',
  'merged',
] as const;
export type TicketStatus = (typeof STATUSES)[number];

export const STATUS_LABEL = {
  submitted: '待受理',
  accepted: '已受理',
  dispatched: '已交办',
  in_progress: '办理中',
  answered: '已答复',
  closed: '已销号',
  need_info: '待补充',
  suspended: '挂起',
  rejected: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
} as const satisfies Record<TicketStatus, string>;

/** What a status does to the clocks; a new status does not compile until someone decides. */
export const CLOCK_EFFECT = {
  submitted: 'idle',
  accepted: 'idle',
  dispatched: 'running',
  in_progress: 'running',
  answered: 'paused',
  closed: 'stopped',
  need_info: 'paused',
  suspended: 'paused',
  rejected: 'stopped',
  withdrawn: 'stopped',
  // Reversible: the clocks stand where they are and run on with what remained after an unmerge.
  merged: 'paused',
} as const satisfies Record<TicketStatus, 'idle' | 'running' | 'paused' | 'stopped'>;

export const SEVERITIES = ['consult', 'simple', 'complex', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_LABEL = {
  consult: '咨询',
  simple: '一般',
  complex: '复杂',
  major: '重大',
} as const satisfies Record<Severity, string>;

/** From the lightest to the heaviest, as `SEVERITIES` lists them. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export const URGENCIES = ['normal', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const OUTCOMES = ['resolved', 'answered_on_spot', 'explained', 'planned', 'unresolvable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABEL = {
  resolved: '已解决',
  answered_on_spot: '现场解决',
  explained: '政策解释',
  planned: '列入计划',
  unresolvable: '依法依规办结',
} as const satisfies Record<Outcome, string>;

/** Only these two count as 解决 in the published figure. */
export const RESOLVING_OUTCOMES = ['resolved', 'answered_on_spot'] as const satisfies readonly Outcome[];

/** How the problem came in; `window` is the 办不成事 window, which starts one tier higher. */
export const CHANNELS = ['enterprise', 'officer', 'office', 'leader', 'window', 'integrator'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABEL = {
  enterprise: '企业提交',
  officer: '专员登记',
  office: '调度办登记',
  leader: '领导交办',
  window: '“办不成事”窗口',
  integrator: '系统对接',
} as const satisfies Record<Channel, string>;

export const TIERS = [1, 2, 3, 4, 5] as const;
export type Tier = (typeof TIERS)[number];

export const TIER_LABEL = {
  1: '驻企专员',
  2: '属地街镇',
  3: '行管部门',
  4: '领导小组办公室',
  5: '市级',
} as const satisfies Record<Tier, string>;

export const SOLVED = ['yes', 'partly', 'no'] as const;
export type Solved = (typeof SOLVED)[number];

export const isOneOf = <T extends string | number>(list: readonly T[], value: string | number): value is T =>
  (list as readonly (string | number)[]).includes(value);
