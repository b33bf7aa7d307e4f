import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APPLICATION_ROLE } from '@zhuqi/persistence';
import { Pool, type PoolClient, type QueryResult } from 'pg';
import { obey } from './child';
import { type Recording, type Replay, replayOf } from './replay';

/**
 * The ceiling: Node's own `http` and `pg`, nothing else. `/<number of the recording>/<ticket>` sends the statements
 * that the API sent for such a request, with the same names, values and transaction, and answers.
 */
let server: Server | undefined;
let pool: Pool | undefined;
const replays: Replay[] = [];
const statuses: number[] = [];

const connect = (url: string): Pool =>
  new Pool({
    connectionString: url,
    max: 20,
    keepAlive: true,
    options: `-c role=${APPLICATION_ROLE}`,
    application_name: 'bare',
  });

function serve(url: string): Promise<number> {
  const connections = connect(url);
  const listening = createServer((request, response) => {
    answer(connections, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  [pool, server] = [connections, listening];
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
}

async function answer(connections: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, number = '0', named = ''] = (request.url ?? '').split('/');
  const replay = replays[Number(number)];
  if (replay === undefined) throw new Error(`there is no recording ${number}`);
  if (request.method === 'POST') JSON.parse(await bodyOf(request));
  const fresh = replay.freshTexts();
  const result = await run(connections, replay, named, fresh);
  const body = Buffer.from(replay.answer?.(named, fresh) ?? JSON.stringify(result?.rows));
  response.writeHead(statuses[Number(number)] ?? 200, {
    'content-type': 'application/json',
    'content-length': body.length,
  });
  response.end(body);
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

async function run(
  connections: Pool,
  { statements }: Replay,
  named: string,
  fresh: readonly string[],
): Promise<QueryResult | undefined> {
  const client: PoolClient = await connections.connect();
  try {
    let last: QueryResult | undefined;
    for (const { name, text, values } of statements) {
      const filled = values(named, fresh);
      last = await client.query(
        name === undefined ? { text, values: filled } : { name, text, values: filled },
      );
    }
    client.release();
    return last;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The recording for each of the named in turn, by so many hands at once; milliseconds it took. */
async function work(
  url: string,
  recording: Recording,
  named: readonly string[],
  hands: number,
): Promise<number> {
  const connections = connect(url);
  const replay = replayOf(recording);
  const left = [...named];
  const began = performance.now();
  const hand = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      await run(connections, replay, next, replay.freshTexts());
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  const tookMs = performance.now() - began;
  await connections.end();
  return tookMs;
}

obey(
  {
    ready: () => undefined,
    serve: ({ url }) => serve(String(url)),
    work: ({ url, recording, named, hands }) =>
      work(String(url), recording as Recording, named as string[], Number(hands)),
    replay: ({ recording }) => {
      const { status } = recording as Recording;
      statuses.push(status);
      return replays.push(replayOf(recording as Recording)) - 1;
    },
  },
  async () => {
    server?.closeAllConnections();
    await pool?.end();
  },
);
