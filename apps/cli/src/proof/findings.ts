import {
  ANCHOR_FAULTS,
  type AnchorFault,
  type AnchorReport,
  type BulletinReport,
  type Difference,
  LOG_FAULTS,
  type LogAudit,
  type LogFault,
  type MissingNumber,
  type PublicationFault,
  type RankingReport,
  type RollupFault,
  type RollupReport,
  type TicketBookFault,
  UNCHECKED,
  type Verification,
} from '@zhuqi/application';
import { bookKeyLabel } from '../book-key-label';

/** What one part of the verification has to say: a head line, and a line for each of the first faults. */
export interface Finding {
  readonly sound: boolean;
  readonly lines: readonly string[];
}

/** One finding a part, in the order in which they were looked at. */
export const findingsOf = ({
  log,
  rollup,
  bulletins,
  rankings,
  anchors,
}: Verification): readonly Finding[] => [
  logFinding(log),
  bookFinding(log),
  rollupFinding(rollup),
  bulletinFinding(bulletins),
  rankingFinding(rankings),
  anchorFinding(anchors),
  ...uncheckedFindings(anchors),
];

const sound = (line: string): Finding => ({ sound: true, lines: [line] });

const unsound = (head: string, faults: readonly string[], faulty: number, unit: string): Finding => {
  const more = faulty - faults.length;
  const rest = more > 0 ? [`  …其余 ${String(more)} ${unit}略`] : [];
  return { sound: false, lines: [head, ...faults.map((line) => `  ${line}`), ...rest] };
};

/** What of a ticket's row is held against its events, and what is not. */
const ROW_CHECKED =
  '诉求记录的状态、结果、轮次、层级、收集时刻、企业评价、首次联系和统计归属与事件一致（其余字段及已删除的文字不在核对之列）';

function logFinding({ tickets, events, faulty, faults }: LogAudit): Finding {
  const extent = `${String(tickets)} 件诉求、${String(events)} 个事件`;
  if (faulty === 0) return sound(`事件记录完整：${extent}，哈希链全部相符；${ROW_CHECKED}。`);
  return unsound(`事件记录被改动：${extent}中有 ${String(faulty)} 件不符。`, faults.map(inLog), faulty, '件');
}

function inLog({ ticketId, number, seq, kind, differs }: LogFault): string {
  const place = seq === null ? '' : ` 第 ${String(seq)} 个事件`;
  const detail =
    differs === undefined
      ? ''
      : `：${bookKeyLabel(differs.what)}记录为 ${String(differs.stored)}，由事件得出 ${String(differs.told)}`;
  return `${number ?? '（无诉求记录）'} ${ticketId}${place}：${LOG_FAULTS[kind]}${detail}`;
}

/** Of tickets from before events said what the figures need. */
const NOT_RECOUNTED =
  '按时、超期、响应、工时和投机信号各数以及层级未核对，地区、街镇、部门、行业、专员、领导只与诉求记录相互核对';

function bookFinding({ book: { postings, partly, faulty, faults } }: LogAudit): Finding {
  const extent = `${String(postings)} 笔入账`;
  const old = partly === 0 ? '' : `（其中 ${String(partly)} 件早期诉求的事件所载不全，${NOT_RECOUNTED}）`;
  if (faulty === 0) return sound(`数字账完整：${extent}均可由事件重新算出${old}。`);
  const head = `数字账与事件不符：${extent}中涉及 ${String(faulty)} 件诉求${old}。`;
  return unsound(head, faults.map(inBook), faulty, '件');
}

function inBook({ ticketId, number, seq, what, booked, recounted }: TicketBookFault): string {
  const place = `${number ?? '（无诉求记录）'} ${ticketId} 第 ${String(seq)} 个事件`;
  return `${place}：${bookKeyLabel(what)}，账上为 ${String(booked)}，由事件算出 ${String(recounted)}`;
}

function rollupFinding({ postings, waiting, astray, sums, faulty, faults }: RollupReport): Finding {
  const extent = `${String(sums)} 个汇总数、${String(postings)} 笔入账（${String(waiting)} 笔待汇总）`;
  if (faulty + astray === 0) return sound(`汇总数完整：${extent}，与逐笔相加一致。`);
  const lost = astray === 0 ? '' : `，${String(astray)} 笔待汇总的入账不存在`;
  return unsound(
    `汇总数不符：${extent}中有 ${String(faulty)} 个不符${lost}。`,
    faults.map(inSums),
    faulty,
    '个',
  );
}

function inSums(fault: RollupFault): string {
  const { regionCode, population, cut, key, collectedMonth, level, bucket, column, stored, expected } = fault;
  const place = [regionCode, population, cut, key, collectedMonth, level, bucket].filter(Boolean).join(' ');
  return `${place}：${bookKeyLabel(column)}，汇总为 ${stored ?? '无'}，逐笔相加为 ${expected ?? '无'}`;
}

/** What only the digest tells of. */
const LISTS_NOT_REDRAWN = '其中红灯、提级、挂起、排名等清单只核对摘要，未按账重算';

function bulletinFinding({ bulletins, faulty, faults, missing }: BulletinReport): Finding {
  const extent = `${String(bulletins)} 期通报`;
  if (faulty === 0) {
    return sound(
      `通报完整：${extent}，编号连续，正文与摘要、登记一致，数字与当时的账一致（${LISTS_NOT_REDRAWN}）。`,
    );
  }
  const lines = [...missing.map(inNumbers), ...faults.map(inPublications)];
  return unsound(`通报不符：${extent}中有 ${String(faulty)} 处。`, lines, faulty, '处');
}

const inNumbers = ({ regionCode, year, ordinal }: MissingNumber): string =>
  `${regionCode} ${String(year)} 年第 ${String(ordinal)} 号：编号中断，该期通报已被删除`;

function rankingFinding({ rankings, faulty, faults }: RankingReport): Finding {
  const extent = `${String(rankings)} 份已发布排名`;
  if (faulty === 0) return sound(`排名完整：${extent}，正文与摘要、登记一致（得分未按账重算）。`);
  return unsound(`排名不符：${extent}中有 ${String(faulty)} 份。`, faults.map(inPublications), faulty, '份');
}

const inPublications = ({ id, title, ...difference }: PublicationFault): string =>
  `《${title}》${id}：${publicationFault(difference)}`;

function publicationFault({ where, published, recounted }: Difference): string {
  if (where === 'digest') return '正文被改动，与发布时的摘要不符';
  if (where === 'content') return '正文和摘要都被改动，已无法读出';
  if (where.startsWith('filed.')) {
    return `登记的 ${where.slice('filed.'.length)} 为 ${recounted}，正文为 ${published}`;
  }
  return `${where} 发布为 ${published}，按账应为 ${recounted}`;
}

function anchorFinding({ anchors, heads, publications, faulty, faults }: AnchorReport): Finding {
  const extent = `${String(anchors)} 个锚点、${String(heads)} 个链头、${String(publications)} 份发布件`;
  if (faulty === 0) return sound(`锚点：${extent}，未见不符（最后一次锚定之后的变动尚无锚点可核）。`);
  return unsound(`锚点不符：${extent}中有 ${String(faulty)} 处。`, faults.map(inAnchors), faulty, '处');
}

function inAnchors({ regionCode, ordinal, kind, ticketId, seq, publicationId }: AnchorFault): string {
  const head = ticketId === null ? '' : ` 诉求 ${ticketId} 第 ${String(seq)} 个事件`;
  const publication = publicationId === null ? '' : ` 发布件 ${publicationId}`;
  return `${regionCode} 第 ${String(ordinal)} 个锚点${head}${publication}：${ANCHOR_FAULTS[kind]}`;
}

/** What was not looked at is never among what is sound. */
const uncheckedFindings = ({ unchecked }: AnchorReport): Finding[] =>
  unchecked.map((what) => ({ sound: false, lines: [`锚点未全部核对：${UNCHECKED[what]}。`] }));
