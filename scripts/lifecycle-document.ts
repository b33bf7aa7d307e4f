import {
  ACTIONS,
  CHANNEL_LABEL,
  CLOCK_EFFECT,
  ESCALATION_CAUSE_LABEL,
  ESCALATION_CAUSES,
  ruleOf,
  SEVERITIES,
  SEVERITY_LABEL,
  STANDING_LABEL,
  STANDINGS,
  startingTier,
  STATUS_LABEL,
  STATUSES,
  TIER_LABEL,
  TIERS,
  type Action,
  type Standing,
  type TicketStatus,
} from '@zhuqi/domain';
import { lifecycleDiagram } from './lifecycle-diagram';
import { lifecycleMatrix } from './lifecycle-matrix';

const EFFECT_LABEL = {
  idle: '未起算',
  running: '计时',
  paused: '暂停',
  stopped: '停止',
} as const satisfies Record<(typeof CLOCK_EFFECT)[TicketStatus], string>;

const TRIGGER = {
  manual: '承办单位或调度办申请；每一轮、每一层级一次',
  resolve_overdue:
    '办结时限与到达本层级之日，以较晚者起满政策所定工作日（默认 3 个）；同时督办，每次只升一级',
  redispatched: '在同一层级由人工再次改派达到政策所定次数（默认 2 次）；自动派单与提级不计',
  disputed_twice: '企业不认可达到政策所定次数（默认 2 次），此后每次不认可都提级',
} as const satisfies Record<keyof typeof ESCALATION_CAUSE_LABEL, string>;

const code = (word: string): string => `\`${word}\``;
const statuses = (list: readonly TicketStatus[]): string => list.map((each) => STATUS_LABEL[each]).join('、');
const people = (list: readonly Standing[]): string => list.map((each) => STANDING_LABEL[each]).join('、');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function leads(action: Action): string {
  const { to } = ruleOf(action);
  if (to === 'same') return '不变';
  return to === 'back' ? '告知前的状态' : `${STATUS_LABEL[to]} ${code(to)}`;
}

function narrowing(action: Action): string {
  const narrowed = Object.entries(ruleOf(action).narrowed ?? {}) as [TicketStatus, readonly Standing[]][];
  return narrowed.map(([status, by]) => `${STATUS_LABEL[status]}时仅${people(by)}`).join('；');
}

const actionTable = (): string =>
  table(
    ['动作', '代码', '从', '到', '由谁', '限定'],
    ACTIONS.map((action) => {
      const { label, from, by } = ruleOf(action);
      return [label, code(action), statuses(from), leads(action), people(by), narrowing(action)];
    }),
  );

const statusTable = (): string =>
  table(
    ['状态', '代码', '时限'],
    STATUSES.map((status) => [STATUS_LABEL[status], code(status), EFFECT_LABEL[CLOCK_EFFECT[status]]]),
  );

const startTable = (): string =>
  table(
    ['难易程度', '代码', '起始层级', `${CHANNEL_LABEL.window}受理`],
    SEVERITIES.map((severity) => {
      const at = (channel: 'enterprise' | 'window'): string => {
        const tier = startingTier({ severity, channel, aboutPersonId: null });
        return `${tier} ${TIER_LABEL[tier]}`;
      };
      return [SEVERITY_LABEL[severity], code(severity), at('enterprise'), at('window')];
    }),
  );

const causeTable = (): string =>
  table(
    ['原因', '代码', '何时'],
    ESCALATION_CAUSES.map((cause) => [ESCALATION_CAUSE_LABEL[cause], code(cause), TRIGGER[cause]]),
  );

const fenced = (language: string, text: string): string => ['```' + language, text, '```'].join('\n');

const complaintTier = startingTier({ severity: 'simple', channel: 'enterprise', aboutPersonId: 'x' });

/** docs/lifecycle.md: the ticket machine as the tables of the domain say it. */
export const lifecycleDocument = (): string =>
  [
    '<!-- 由 scripts/generate-lifecycle.ts 生成：请修改 libs/domain/src/ticket 后运行 npm run generate -->',
    '# 诉求的流转',
    '状态、层级、难易、紧急程度、结果各自独立；灯色由时限与当前时间算出，不存储。层级、时限与次数都是各区的数据。',
    '## 状态',
    statusTable(),
    '## 状态图',
    fenced('mermaid', lifecycleDiagram()),
    '## 动作',
    actionTable(),
    `身份：${STANDINGS.map((standing) => `${STANDING_LABEL[standing]} ${code(standing)}`).join('、')}。一人可以兼有几种身份。`,
    '交办、提级从任何一步都到“已交办”，由新的承办人重新认领；自动派单找不到承办人时仍为待受理，并写明原因，转人工分诊。再次不认可而提级时，诉求到“已交办”。',
    '## 层级',
    table(
      ['层级', '承办'],
      TIERS.map((tier) => [String(tier), TIER_LABEL[tier]]),
    ),
    '各区的层级由数据决定：没有设置的层级，或暂无承办人的层级，提级时越过。',
    '## 起始层级',
    startTable(),
    `反映工作人员的诉求一律从 ${complaintTier} ${TIER_LABEL[complaintTier]}开始，该人员既不承办也看不到。未填难易程度按一般办理。`,
    '## 提级',
    causeTable(),
    '同一诉求、同一轮、同一离开的层级、同一原因只提级一次。',
    '## 状态 × 动作 × 身份',
    fenced('text', lifecycleMatrix()),
    '',
  ]
    .join('\n\n')
    .trimEnd() + '\n';
