import {
  EventLogAudit,
  LOG_FAULTS,
  type LogAudit,
  type LogFault,
  type TicketBookFault,
} from '@zhuqi/application';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';
import { bookKeyLabel } from '../book-key-label';

const MOST_SHOWN = 20;

/** `zhuqi verify`: every chain and every posting, from the events alone. */
export async function verifyLog(): Promise<ExitCode> {
  const audit = await withPorts((ports) => ports.get(EventLogAudit).inspect(MOST_SHOWN));
  const findings = [logFinding(audit), bookFinding(audit)];
  for (const { sound, lines } of findings) (sound ? console.log : console.error)(lines.join('\n'));
  return findings.every(({ sound }) => sound) ? EXIT.done : EXIT.failed;
}

interface Finding {
  readonly sound: boolean;
  readonly lines: readonly string[];
}

function logFinding({ tickets, events, faulty, faults }: LogAudit): Finding {
  const extent = `${String(tickets)} 件诉求、${String(events)} 个事件`;
  if (faulty === 0) return { sound: true, lines: [`事件记录完整：${extent}，哈希链全部相符。`] };
  const head = `事件记录被改动：${extent}中有 ${String(faulty)} 件不符。`;
  return { sound: false, lines: [head, ...faults.map(shown), ...rest(faulty - faults.length)] };
}

function bookFinding({ book }: LogAudit): Finding {
  const { postings, partly, faulty, faults } = book;
  const extent = `${String(postings)} 笔入账`;
  const old =
    partly === 0 ? '' : `（其中 ${String(partly)} 件早期诉求的事件未载明时限类事实，仅核对其余数字）`;
  if (faulty === 0) return { sound: true, lines: [`数字账完整：${extent}均可由事件重新算出${old}。`] };
  const head = `数字账与事件不符：${extent}中涉及 ${String(faulty)} 件诉求${old}。`;
  return { sound: false, lines: [head, ...faults.map(shownInBook), ...rest(faulty - faults.length)] };
}

const rest = (more: number): string[] => (more > 0 ? [`  …其余 ${String(more)} 件略`] : []);

function shown({ ticketId, number, seq, kind }: LogFault): string {
  const place = seq === null ? '' : ` 第 ${String(seq)} 个事件`;
  return `  ${number ?? '（无诉求记录）'} ${ticketId}${place}：${LOG_FAULTS[kind]}`;
}

function shownInBook({ ticketId, number, seq, what, booked, recounted }: TicketBookFault): string {
  const place = `${number ?? '（无诉求记录）'} ${ticketId} 第 ${String(seq)} 个事件`;
  return `  ${place}：${bookKeyLabel(what)}，账上为 ${String(booked)}，由事件算出 ${String(recounted)}`;
}
