import type { LogAudit } from '@zhuqi/application';
import { Child } from './stage/child';
import { copyTickets } from './stage/copy-tickets';
import { treeCpuMs } from './stage/cpu-time';
import { type District, onDistrict } from './stage/district';
import { figure, machineLine, printTable, verdict } from './stage/report';
import { queryOn } from './stage/query-on';
import type { VerifyRun } from './stage/verify-process';

/** `bench/verify`: how long `zhuqi verify` takes to recompute every chain and every figure. */
const QUICK = process.argv.includes('--quick');
const EVENTS = QUICK ? 100_000 : 1_000_000;
const MOST_SECONDS_A_MILLION = 60;

async function fill(url: string): Promise<void> {
  const [held] = await queryOn<{ tickets: number; events: number }>(
    url,
    'select count(distinct ticket_id)::int as tickets, count(*)::int as events from ticket_event',
  );
  const { tickets, events } = held ?? { tickets: 1, events: 1 };
  await copyTickets(url, {
    ...{ upTo: Math.ceil((EVENTS / events) * tickets), withHistory: 'chained', sameTimes: true },
  });
}

interface Measured<T> extends VerifyRun<T> {
  readonly databaseMs: number;
}

async function measured<T>({ url, databasePid }: District, which: string): Promise<Measured<T>> {
  const child = await Child.start('verify-process.js', { order: 'ready' });
  const before = treeCpuMs(databasePid);
  const run = await child.tell<VerifyRun<T>>({ order: 'run', url, which });
  const databaseMs = treeCpuMs(databasePid) - before;
  await child.stop();
  return { ...run, databaseMs };
}

const cells = ({ tookMs, cpuMs, databaseMs, peakMb }: Measured<unknown>, events: number): string[] => [
  `${figure(tookMs / 1_000, 1)} s`,
  figure((events / tookMs) * 1_000),
  `${figure((tookMs / events) * 1_000, 1)} s`,
  ...[cpuMs, databaseMs].map((ms) => `${figure(ms / 1_000, 1)} s`),
  `${figure(peakMb)} MB`,
];

onDistrict(async (district) => {
  await fill(district.url);
  const log = await measured<LogAudit>(district, 'log');
  const { tickets, events, faulty, book } = log.result;
  if (faulty + book.faulty > 0) throw new Error(`the copies are not sound: ${JSON.stringify(log.result)}`);
  const seconds = (log.tookMs / events) * 1_000;
  printTable(
    `verify: ${figure(events)} events, ${figure(book.postings)} postings, ${figure(tickets)} tickets; ${await machineLine(district.url)}`,
    [
      'what',
      'took',
      'events a second',
      'a million events',
      'Node CPU',
      'database CPU',
      'memory peak',
      'goal',
    ],
    [
      [
        'every chain and every posting',
        ...cells(log, events),
        `≤ ${String(MOST_SECONDS_A_MILLION)} s: ${verdict(seconds <= MOST_SECONDS_A_MILLION)}`,
      ],
    ],
  );
});
