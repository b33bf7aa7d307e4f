import { randomInt } from 'node:crypto';
import { copyTickets } from './stage/copy-tickets';
import { onDistrict } from './stage/district';
import { ask, type Call, runLoad } from './stage/load';
import { figure, machineLine, median, percentile, printTable, verdict } from './stage/report';
import { Api } from './stage/servers';

/** `bench/similar`: how long one waits for similar tickets, one request after another, among more and more tickets. */
const QUICK = process.argv.includes('--quick');
const SIZES = QUICK ? [10_000, 60_000] : [60_000, 200_000];
const REQUESTS = QUICK ? 30 : 100;
const GIVE_UP_AFTER_MS = 120_000;
const MOST_MS = 50;

const WORDS = JSON.stringify({
  title: '园区停电，企业生产线停产，请协调供电公司恢复供电',
  description: '今天上午园区整体停电，生产线全部停下，请尽快协调供电公司抢修恢复供电。',
  category: 'utilities',
});
type Headers = Readonly<Record<string, string>>;

const ACCOUNTS = ['office', 'officer', 'enterprise'] as const;

/** Tickets the person may read. */
async function ticketIds({ port }: Api, headers: Headers): Promise<readonly string[]> {
  const list = await ask(port, { method: 'GET', path: '/api/v1/tickets?limit=100', headers });
  return (list as { items: { id: string }[] }).items.map(({ id }) => id);
}

async function times(api: Api, next: () => Call): Promise<string> {
  const { port } = api;
  const load = { port, next, connections: 1, ms: GIVE_UP_AFTER_MS };
  await runLoad({ ...load, requests: 10 });
  const { latencies } = await runLoad({ ...load, requests: REQUESTS });
  const middle = median(latencies);
  return `${figure(middle, 1)} / ${figure(percentile(latencies, 0.99), 1)} ms: ${verdict(middle < MOST_MS)}`;
}

onDistrict(async (district) => {
  const columns: string[][] = [];
  const names: string[] = [];
  for (const upTo of SIZES) {
    await copyTickets(district.url, { upTo, withHistory: false });
    const api = await Api.start(district.url);
    const column: string[] = [];
    const measure = async (name: string, next: () => Call): Promise<void> => {
      if (upTo === SIZES[0]) names.push(name);
      column.push(await times(api, next));
    };
    for (const account of ACCOUNTS) {
      const headers = await api.signIn(account);
      const path = '/api/v1/tickets/similar';
      await measure(`words, ${account}`, () => ({ method: 'POST', path, headers, body: WORDS }));
    }
    for (const account of ['office', 'department'] as const) {
      const headers = await api.signIn(account);
      const ids = await ticketIds(api, headers);
      const path = (): string => `/api/v1/tickets/${ids[randomInt(ids.length)] ?? ''}/similar`;
      await measure(`of a ticket, ${account}`, () => ({ method: 'GET', headers, path: path() }));
    }
    const headers = await api.signIn('office');
    await measure('suggested matters', () => ({
      method: 'GET',
      headers,
      path: '/api/v1/matters/suggestions',
    }));
    columns.push(column);
    await api.stop();
  }
  printTable(
    `similar: p50 / p99 of ${String(REQUESTS)} requests one after another; ${await machineLine(district.url)}`,
    ['what', ...SIZES.map((size) => `${figure(size)} tickets`)],
    names.map((name, index) => [name, ...columns.map((column) => column[index] ?? '')]),
  );
});
