import { EventLogAudit, LOG_FAULTS, type LogFault } from '@zhuqi/application';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';

const MOST_SHOWN = 20;

/** `zhuqi verify` */
export async function verifyLog(): Promise<ExitCode> {
  const audit = await withPorts((ports) => ports.get(EventLogAudit).inspect(MOST_SHOWN));
  const { tickets, events, faulty, faults } = audit;
  const extent = `${String(tickets)} 件诉求、${String(events)} 个事件`;
  if (faulty === 0) {
    console.log(`事件记录完整：${extent}，哈希链全部相符。`);
    return EXIT.done;
  }
  const more = faulty > faults.length ? [`  …其余 ${String(faulty - faults.length)} 件略`] : [];
  console.error(
    [`事件记录被改动：${extent}中有 ${String(faulty)} 件不符。`, ...faults.map(shown), ...more].join('\n'),
  );
  return EXIT.failed;
}

function shown({ ticketId, number, seq, kind }: LogFault): string {
  const place = seq === null ? '' : ` 第 ${String(seq)} 个事件`;
  return `  ${number ?? '（无诉求记录）'} ${ticketId}${place}：${LOG_FAULTS[kind]}`;
}
