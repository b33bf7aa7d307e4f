import {
  ACTIONS,
  CHANNEL_LABEL,
  CLOCK_EFFECT,
  ESCALATION_CAUSE_LABEL,
  ESCALATION_CAUSES,
  REQUEST_KINDS,
  REQUEST_STATE_LABEL,
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
import { requestRuleOf } from './lifecycle-leads';
import { lifecycleMatrix } from './lifecycle-matrix';
import { policy } from './worked-example-stage';
import { CONDITION, LIMIT, RULERS, TRIGGER, type RulersRow } from './lifecycle-words';

const EFFECT_LABEL = {
  idle: '未起算',
  running: '计时',
  paused: '暂停',
  stopped: '停止',
} as const satisfies Record<(typeof CLOCK_EFFECT)[TicketStatus], string>;

const code = (word: string): string => `\`${word}\``;
const statuses = (list: readonly TicketStatus[]): string => list.map((each) => STATUS_LABEL[each]).join('、');
const people = (list: readonly Standing[]): string => list.map((each) => STANDING_LABEL[each]).join('、');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const LEADS = { back: '此前的状态', ruled: '由申请决定' } as const;

function leads(action: Action): string {
  const { to } = ruleOf(action);
  if (to === 'same') return '不变';
  return to === 'back' || to === 'ruled' ? LEADS[to] : `${STATUS_LABEL[to]} ${code(to)}`;
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
        const tier = startingTier({ severity, channel, aboutPersonId: null }, policy);
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

const requestTable = (): string =>
  table(
    ['申请', '代码', '何时可以提出', '同意后', '须写明', '限度', '效果'],
    REQUEST_KINDS.map((kind) => {
      const { label, from, to } = requestRuleOf(kind);
      const { says, limit, effect } = LIMIT[kind];
      const end = to === 'same' ? '不变' : `${STATUS_LABEL[to]} ${code(to)}`;
      return [label, code(kind), statuses(from), end, says, limit, effect];
    }),
  );

const rulersOf = ({ rulers, nextTier }: RulersRow): string =>
  [...rulers.map((ruler) => STANDING_LABEL[ruler]), ...(nextTier ? ['上一层级的单位'] : [])].join('、');

const rulersTable = (): string =>
  table(
    ['承办层级', '申请', '由谁裁定'],
    RULERS.map((row) => {
      const kinds = row.kinds.map((kind) => requestRuleOf(kind).label).join('、');
      return [row.tiers.join('、'), row.extensions > 0 ? `再次${kinds}` : kinds, rulersOf(row)];
    }),
  );

const conditionTable = (): string =>
  table(
    ['动作', '还须'],
    ACTIONS.flatMap((action) => {
      const words = action in CONDITION ? CONDITION[action as keyof typeof CONDITION] : null;
      return words === null ? [] : [[`${ruleOf(action).label} ${code(action)}`, words]];
    }),
  );

const fenced = (language: string, text: string): string => ['```' + language, text, '```'].join('\n');

const complaintTier = startingTier({ severity: 'simple', channel: 'enterprise', aboutPersonId: 'x' }, policy);

/** Statuses and actions. */
const machineSections = (): readonly string[] => [
  '## 状态',
  statusTable(),
  '## 状态图',
  fenced('mermaid', lifecycleDiagram()),
  '## 动作',
  actionTable(),
  `身份：${STANDINGS.map((standing) => `${STANDING_LABEL[standing]} ${code(standing)}`).join('、')}。一人可以兼有几种身份。`,
  '“此前的状态”：补充材料与补充期满回到告知前，拆分并案回到并案前。',
  '交办、提级从任何一步都到“已交办”，由新的承办人重新认领；自动派单找不到承办人时仍为待受理，并写明原因，转人工分诊。再次不认可而提级时，诉求到“已交办”。',
];

/** What an action asks for, and what is asked for by request. */
const askingSections = (): readonly string[] => [
  '## 动作的前提',
  conditionTable(),
  '## 申请与裁定',
  '申请只写入时间线，裁定同意之前不改变任何时限；不同意、撤回或失效的申请不在时限上留下痕迹。同一时间只有一项待裁定；承办人变动或诉求已答复、办结、并案时，待裁定的申请自行失效。裁定期限默认 1 个工作日，到期提醒裁定人与调度办。',
  requestTable(),
  `申请的结果：${Object.values(REQUEST_STATE_LABEL).join('、')}。`,
  rulersTable(),
  '承办人和申请人自己都不能裁定。再次延期而诉求没有可以知情的包保领导时，由市级裁定。',
  '## 并案',
  '并入另一件的诉求停在原处：所有时限暂停，不计入任何指标，其他诉求不能再并入它。办结时限更晚的诉求不能作为主件，还没有办结时限的也不能；反映工作人员的诉求只能与反映同一人员的诉求并案。主件答复或销号时告知并入的诉求；主件撤回或不予受理时，并入的诉求自动拆分。拆分后回到原来的状态，时限与等待都从停下处继续。',
  '## 重办',
  '销号后由调度办重办，由最后的承办人在新的一轮继续办理：承诺与本层级时限以剩余时间继续，至少给政策所定时间（默认 2 个工作日），不重新起算；此前的超时保留。销号超过政策所定天数（默认 30 天）后，须写明回访发现的问题。',
];

/** Tiers, and how a ticket rises. */
const climbingSections = (): readonly string[] => [
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
  '已无更高层级可以承办时不再提级：自办结时限、到达本层级与上一次报告三者中最晚之时起，每满政策所定期限（默认 10 个工作日）督办一次并要求提交阶段性报告；提交前不重复要求，提交即结束督办并重新计算下一次。',
];

/** docs/lifecycle.md: the ticket machine as the tables of the domain say it. */
export const lifecycleDocument = (): string =>
  [
    '<!-- 由 scripts/generate-lifecycle.ts 生成：请修改 libs/domain/src/ticket 后运行 npm run generate -->',
    '# 诉求的流转',
    '状态、层级、难易、紧急程度、结果各自独立；灯色由时限与当前时间算出，不存储。层级、时限与次数都是各区的数据。',
    ...machineSections(),
    ...askingSections(),
    ...climbingSections(),
    '## 状态 × 动作 × 身份',
    fenced('text', lifecycleMatrix()),
    '',
  ]
    .join('\n\n')
    .trimEnd() + '\n';
