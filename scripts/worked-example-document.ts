import {
  dueAtIfResumed,
  MINUTE_MS,
  promiseOf,
  spokenAllowance,
  spokenDuration,
  STATUS_LABEL,
} from '@zhuqi/domain';
import type { Play } from './worked-example-play';
import { segmentCount, segmentTable } from './worked-example-segments';
import { calendar, CAST, policy } from './worked-example-stage';
import { MOMENTS } from './worked-example-story';
import {
  assistTable,
  chainTable,
  clockTable,
  escalationList,
  needsTable,
  requestTable,
  roundTable,
  timelineTable,
} from './worked-example-tables';
import { moment } from './worked-example-words';

const rules = (): string =>
  [
    `- 复杂诉求办结时限 ${spokenAllowance(policy.bySeverity.complex.resolve)}，次日起算，只计工作时间；`,
    `- 自办结时限与到达本层级中较晚者起满 ${spokenAllowance(policy.escalateAfterDue)}仍未答复，提级一层；`,
    `- 延期至少提前 ${spokenAllowance(policy.extensionNotice)}申请；挂起合计不超过 ${spokenAllowance(policy.suspensionCap)}；`,
    `- 企业不认可或重办后，至少还有 ${spokenAllowance(policy.reopenMinimum)}（再办理保障）。`,
  ].join('\n');

function promise(play: Play): string {
  const { ticket, now } = play;
  const clock = promiseOf(ticket);
  if (clock === null) throw new Error('the example was never dispatched');
  return [
    `${moment(now)} 解释：最初到期 ${moment(clock.originalDueAt)}，现到期 ${moment(dueAtIfResumed(clock, now, calendar))}` +
      `，共 ${String(segmentCount(clock, now))} 段；表中把相邻的工作时间与夜间、午休、周末合为一行：`,
    segmentTable(clock, now),
  ].join('\n\n');
}

const GRANTED =
  '“再办理保障”是不认可或重办时为留足最低时间而补的部分，逾期后仍在办理的时间也在其中；由保障决定到期时间之后，先前的延期不再另计。答复后至企业评价、销号至重办之间都记为等待企业确认。';

const heading = ({ ticket, now }: Play, who: string): string =>
  `${moment(now)}，诉求“${STATUS_LABEL[ticket.status]}”，${who}：`;

function needs(): string {
  const [overdue, waiting] = [MOMENTS.overdue(), MOMENTS.waiting()];
  return [
    heading(overdue, `承办人${CAST.department.name}`),
    needsTable(overdue, CAST.department, {
      actions: ['answer', 'resume', 'confirm'],
      requests: ['return', 'extension', 'suspension', 'downgrade'],
    }),
    heading(waiting, `承办人${CAST.office.name}（协办意见尚未出具）`),
    needsTable(waiting, CAST.office, {
      actions: ['answer', 'close', 'giveOpinion'],
      requests: ['extension'],
    }),
    heading(waiting, `企业${CAST.enterprise.name}（只告知与自己有关的，不透露内部原因）`),
    needsTable(waiting, CAST.enterprise, {
      actions: ['answer', 'confirm', 'withdraw'],
      requests: ['extension'],
    }),
  ].join('\n\n');
}

const share = ({ ticket }: Play): string =>
  `自首次交办至最后一次答复（不计等待企业评价的时间）共 ${spokenDuration(ticket.handlingMinutes * MINUTE_MS)}，` +
  `其中因待补充材料和挂起暂停 ${spokenDuration(ticket.pausedMinutes * MINUTE_MS)}。`;

/** docs/worked-example.md: one ticket's life on the real calendar of 2026, every number from the domain. */
export function workedExampleDocument(): string {
  const whole = MOMENTS.whole();
  const { ticket } = whole;
  const parts = [
    '<!-- 由 scripts/generate-worked-example.ts 生成：请修改 scripts/worked-example-*.ts 或规则后运行 npm run generate -->',
    '# 一件诉求的全过程',
    `诉求 ${ticket.number}“${ticket.title}”，从提交到销号，经过退回、补充材料、延期、挂起、两次提级、不认可、重办。` +
      '日历是 2026 年国务院办公厅公布的放假安排（含中秋、国庆与调休），时间为北京时间；人名为虚构，每个数字都由规则函数算出。',
    '## 规则',
    `政策第 ${String(policy.version)} 版：`,
    rules(),
    '## 时间线',
    timelineTable(whole),
    '## 申请与裁定',
    requestTable(whole),
    '## 时钟',
    clockTable(whole),
    '办结与本级的暂停也含答复后等待企业评价、销号至重办之间的工作时间。',
    '## 办结时限逐段解释',
    '### 第一轮逾期时',
    promise(MOMENTS.overdue()),
    '### 销号后',
    promise(whole),
    GRANTED,
    '## 责任链',
    chainTable(whole),
    '## 各轮',
    roundTable(whole),
    '## 协办（不计入责任链合计）',
    assistTable(whole),
    '## 提级的解释',
    escalationList(whole),
    '## 暂停的占比',
    share(whole),
    '## 不能做的，还差什么',
    needs(),
  ];
  return `${parts.join('\n\n')}\n`;
}
