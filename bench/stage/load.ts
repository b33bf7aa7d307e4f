import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** One request as it goes over the wire. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadOptions {
  readonly port: number;
  /** Made anew for every request. */
  readonly next: () => Call;
  readonly connections: number;
  /** The load ends after this long or after so many requests, whichever comes first. */
  readonly ms: number;
  readonly requests?: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/**
 * As many keep-alive connections as asked for, each sending its next request when the last is answered. On plain
 * sockets, because the load shares the processor with what it measures. Any answer but 2xx ends the run.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const began = performance.now();
  const until = began + options.ms;
  const latencies: number[] = [];
  let started = 0;
  const most = options.requests ?? Number.POSITIVE_INFINITY;
  const more = (): boolean => started < most && performance.now() < until;
  const connection = async (): Promise<void> => {
    const line = await Line.open(options.port);
    try {
      while (more()) {
        started += 1;
        const sent = performance.now();
        await line.ask(options.next());
        latencies.push(performance.now() - sent);
      }
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: options.connections }, connection));
  const seconds = (performance.now() - began) / 1_000;
  return { requests: latencies.length, seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** One request on a connection of its own; the body of the answer. Throws on any answer but 2xx. */
export async function ask(port: number, call: Call): Promise<unknown> {
  const line = await Line.open(port);
  try {
    const text = await line.ask(call);
    return text === '' ? null : JSON.parse(text);
  } finally {
    line.close();
  }
}

const HEAD_END = Buffer.from('\r\n\r\n');

class Line {
  private received: Buffer = Buffer.alloc(0);
  private settle: { resolve: (body: string) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Line(socket)));
    });
  }

  ask({ method, path, headers = {}, body = '' }: Call): Promise<string> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length =
      body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    this.socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${length}${lines.join('')}\r\n${body}`,
    );
    return new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.settle?.reject(new Error(`an answer without its length: ${head}`));
    const end = headEnd + HEAD_END.length + Number(length);
    if (this.received.length < end) return;
    const body = this.received.toString('utf8', headEnd + HEAD_END.length, end);
    this.received = this.received.subarray(end);
    const { settle } = this;
    this.settle = null;
    if (/^HTTP\/1.1 2/.test(head)) settle?.resolve(body);
    else settle?.reject(new Error(`${head.split('\r\n', 1)[0] ?? ''}: ${body}`));
  }
}
