import {
  assistReport,
  ASSIST_STATE_LABEL,
  chainReport,
  CLOCK_KIND_LABEL,
  clockLamp,
  dueAtIfResumed,
  explainActions,
  explainEscalation,
  explainHop,
  OUTCOME_LABEL,
  overdueMs,
  pausedMs,
  REQUEST_RULES,
  REQUEST_STATE_LABEL,
  spokenDuration,
  TIER_LABEL,
  type Action,
  type ChainTotals,
  type PersonActor,
  type RequestKind,
} from '@zhuqi/domain';
import type { Play } from './worked-example-play';
import { calendar, nameOf, policy } from './worked-example-stage';
import { particulars } from './worked-example-particulars';
import {
  eventWord,
  LAMP_WORD,
  moment,
  OPENING_WORD,
  SOLVED_WORD,
  table,
  worked,
} from './worked-example-words';

export const timelineTable = ({ events }: Play): string =>
  table(
    ['序号', '时间', '事件', '谁', '内容'],
    events.map((event, index) => [
      ...[String(index + 1), moment(event.at), eventWord(event), event.actor.name],
      [particulars(event), ...Object.values(event.texts)].filter((part) => part !== '').join('；'),
    ]),
  );

export const clockTable = ({ ticket, now }: Play): string =>
  table(
    ['时钟', '层级', '起算', '最初到期', '到期', '停止', '暂停（工作时间）', '超期（工作时间）', '灯'],
    ticket.clocks.map((clock) => [
      CLOCK_KIND_LABEL[clock.kind],
      clock.tier === null ? '—' : String(clock.tier),
      ...[clock.startedAt, clock.originalDueAt, dueAtIfResumed(clock, now, calendar), clock.stoppedAt].map(
        moment,
      ),
      spokenDuration(pausedMs(clock, now, calendar)),
      spokenDuration(overdueMs(clock, now, calendar)),
      LAMP_WORD[clockLamp(clock, now)],
    ]),
  );

const sums = ({ workingSeconds, overdueSeconds }: ChainTotals): string[] => [
  worked(workingSeconds),
  worked(overdueSeconds),
];

export function chainTable({ ticket, events, now }: Play): string {
  const { links, total } = chainReport(ticket, calendar, now);
  const rows = links.map((link, index) => [
    ...[String(index + 1), String(link.round), TIER_LABEL[link.tier]],
    [nameOf(link.unitId), nameOf(link.personId)].filter((name) => name !== '').join(' '),
    ...[moment(link.fromAt), moment(link.toAt), moment(link.legDueAt), ...sums(link)],
  ]);
  const added = totalOf(links);
  if (added.workingSeconds !== total.workingSeconds || added.overdueSeconds !== total.overdueSeconds) {
    throw new Error('the hops do not add up');
  }
  const blank = ['', '', '', '', '', ''];
  const reasons = links.map(({ seq }, index) => {
    const event = events[seq - 1];
    if (event === undefined) throw new Error(`no event ${String(seq)}`);
    return `${String(index + 1)}. （事件 ${String(seq)}）${explainHop(event)}。`;
  });
  return [
    table(
      ['环', '轮', '层级', '承办', '自', '至', '本级到期', '用时（秒）', '超期（秒）'],
      [...rows, ['**合计**', ...blank, ...sums(total).map((sum) => `**${sum}**`)]],
    ),
    '每一环为什么由它承办：',
    reasons.join('\n'),
  ].join('\n\n');
}

const totalOf = (parts: readonly ChainTotals[]): Pick<ChainTotals, 'workingSeconds' | 'overdueSeconds'> => ({
  workingSeconds: parts.reduce((sum, part) => sum + part.workingSeconds, 0),
  overdueSeconds: parts.reduce((sum, part) => sum + part.overdueSeconds, 0),
});

const yesNo = (value: boolean): string => (value ? '是' : '否');

export function roundTable({ ticket, now }: Play): string {
  const { rounds, total } = chainReport(ticket, calendar, now);
  if (totalOf(rounds).workingSeconds !== total.workingSeconds) throw new Error('the rounds do not add up');
  const rows = rounds.map(({ round, toAt, ...share }) => [
    ...[String(round.number), OPENING_WORD[round.opened], moment(round.from), moment(toAt)],
    moment(round.answeredAt),
    round.outcome === null ? '—' : OUTCOME_LABEL[round.outcome],
    round.solved === null ? '—' : SOLVED_WORD[round.solved],
    round.rating === null ? '—' : String(round.rating),
    ...[yesNo(round.late), yesNo(round.lateWithoutExtension), ...sums(share)],
  ]);
  return table(
    [
      '轮',
      '开始于',
      '自',
      '至',
      '答复',
      '结果',
      '企业评价',
      '评分',
      '逾期',
      '若不延期',
      '用时（秒）',
      '超期（秒）',
    ],
    [...rows, ['**合计**', ...Array<string>(9).fill(''), ...sums(total).map((sum) => `**${sum}**`)]],
  );
}

export const assistTable = ({ ticket, now }: Play): string =>
  table(
    ['协办单位', '状态', '请求', '结束', '协办期限', '用时（秒）', '超期（秒）'],
    assistReport(ticket, calendar, now).map(({ assist, dueAt, ...share }) => [
      ...[nameOf(assist.unitId), ASSIST_STATE_LABEL[assist.state]],
      ...[moment(assist.askedAt), moment(assist.endedAt), moment(dueAt), ...sums(share)],
    ]),
  );

export const requestTable = ({ ticket }: Play): string =>
  table(
    ['申请', '理由', '提出', '裁定期限', '裁定', '裁定人', '结果'],
    ticket.requests.map((each) => [
      ...[REQUEST_RULES[each.kind].label, each.reason, moment(each.askedAt), moment(each.ruleBy)],
      ...[moment(each.ruledAt), nameOf(each.ruledById), REQUEST_STATE_LABEL[each.state]],
    ]),
  );

export const escalationList = ({ events }: Play): string =>
  events
    .flatMap((event, index) =>
      event.type === 'escalated'
        ? [
            `- 事件 ${String(index + 1)}，${moment(event.at)}：${explainEscalation(event.data, calendar).text}`,
          ]
        : [],
    )
    .join('\n');

/** What some actions and requests would need at this moment, for one person. */
export function needsTable(
  { ticket, now }: Play,
  actor: PersonActor,
  asked: { readonly actions: readonly Action[]; readonly requests: readonly RequestKind[] },
): string {
  const { actions, requests } = explainActions(actor, ticket, { now, calendar, policy });
  const chosen = [
    ...actions.filter(({ action }) => asked.actions.includes(action)),
    ...requests
      .filter(({ kind }) => asked.requests.includes(kind))
      .map((each) => ({ ...each, label: `申请${each.label}` })),
  ];
  return table(
    ['动作', '现在能否', '还须满足'],
    chosen.map(({ label, allowed, needs }) => [label, allowed ? '能' : '不能', needs.join('；') || '—']),
  );
}
