import { Child } from './child';
import { PASSWORD } from './district';
import { ask, type Call } from './load';
import { idsMadeSince, type Recording } from './replay';
import type { SentStatement } from './statement-recording';

interface Listening {
  readonly child: Child;
  readonly port: number;
}

const WARM_UP = 5;

async function listen(program: string, url: string): Promise<Listening> {
  const child = await Child.start(program, { order: 'ready' });
  return { child, port: await child.tell<number>({ order: 'serve', url }) };
}

/** The API in a process of its own. */
export class Api {
  private constructor(private readonly server: Listening) {}

  static start = async (url: string): Promise<Api> => new Api(await listen('api-server.js', url));

  get port(): number {
    return this.server.port;
  }

  get pid(): number {
    return this.server.child.pid;
  }

  /** The headers of someone who is signed in. */
  async signIn(username: string): Promise<Readonly<Record<string, string>>> {
    const body = JSON.stringify({ username, password: PASSWORD });
    const session = await ask(this.port, { method: 'POST', path: '/api/v1/sessions', body });
    return { authorization: `Bearer ${(session as { accessToken: string }).accessToken}` };
  }

  /** The statements behind one request, sent once more when everything the API keeps in memory is warm. */
  async record(
    next: () => Call,
  ): Promise<{ answer: unknown; call: Call; statements: SentStatement[]; since: number }> {
    // Some statements change their form after a few times: what is recorded is how it goes on.
    for (let times = 0; times < WARM_UP; times += 1) await ask(this.port, next());
    const call = next();
    await this.server.child.tell({ order: 'record' });
    const since = Date.now();
    const answer = await ask(this.port, call);
    return { answer, call, since, statements: await this.server.child.tell({ order: 'recorded' }) };
  }

  stop = (): Promise<void> => this.server.child.stop();
}

/** The ceiling in a process of its own. */
export class Bare {
  private constructor(private readonly server: Listening) {}

  static start = async (url: string): Promise<Bare> => new Bare(await listen('bare-server.js', url));

  get port(): number {
    return this.server.port;
  }

  get pid(): number {
    return this.server.child.pid;
  }

  /** Teaches it one request; the answer is the beginning of its address. */
  async learn(recording: Recording): Promise<string> {
    return `/${String(await this.server.child.tell<number>({ order: 'replay', recording }))}/`;
  }

  stop = (): Promise<void> => this.server.child.stop();
}

/** What a read leads to: the rows are the answer; `named` is the ticket that the address names. */
export async function recordedRead(api: Api, next: () => Call, named: string | null): Promise<Recording> {
  const { statements } = await api.record(next);
  return { statements, answer: null, status: 200, named, fresh: [] };
}

/** What a write leads to; `texts` finds what else is new in it besides the ids. */
export async function recordedWrite(
  api: Api,
  next: () => Call,
  texts: (answer: Readonly<Record<string, unknown>>, call: Call) => string[],
): Promise<Recording> {
  const { answer, call, since, statements } = await api.record(next);
  const fresh = [...idsMadeSince(since, statements), ...texts(answer as Record<string, unknown>, call)];
  return { statements, answer: JSON.stringify(answer), status: 201, named: null, fresh };
}

/** What a change of one ticket leads to; `named` cuts from the call what stands for the ticket in its statements. */
export async function recordedChange(
  api: Api,
  next: () => Call,
  named: (call: Call) => string,
): Promise<Recording> {
  const { answer, call, since, statements } = await api.record(next);
  const { number } = answer as { number: string };
  const fresh = [...idsMadeSince(since, statements), number];
  return { statements, answer: JSON.stringify(answer), status: 200, named: named(call), fresh };
}
