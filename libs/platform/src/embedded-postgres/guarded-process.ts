import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Account, runAs } from './account';

/** A bare environment: the same cluster and the same English messages whatever the caller's locale. */
export const SERVER_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/** What the guard does when the launcher is gone; `$program` is the program's process and group id. */
const FAREWELLS = {
  /** Cleanly at first, after three seconds at once: a server. */
  server: `kill -INT $program
    tries=0
    while kill -0 $program && [ $tries -lt 30 ]; do sleep 0.1; tries=$((tries+1)); done
    kill -QUIT $program`,
  /** With its children, whose work is thrown away anyway: an initialisation. */
  initialisation: 'kill -KILL -$program',
} as const;

/**
 * The dead-man switch. A guard is forked off before the shell becomes the program, so there is no moment without
 * it. It reads the pipe whose other end only the launcher holds: a line stands it down, the end of the pipe
 * (the launcher is gone, however it went) ends the program.
 */
const guarded = (farewell: keyof typeof FAREWELLS): string => `
program=$$
exec 3<&0
( ( trap '' HUP INT TERM
    read -r relieved && exit 0
    ${FAREWELLS[farewell]}
  ) <&3 >/dev/null 2>&1 & )
exec "$@" </dev/null 3<&-
`;

export interface GuardedCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly account: Account | null;
  readonly farewell: keyof typeof FAREWELLS;
  /** Where its output goes: a file descriptor of ours, or a pipe to `child.stderr`. */
  readonly output: number | 'pipe';
}

export interface GuardedProcess {
  readonly child: ChildProcess;
  /** Our end of the guard's pipe. */
  readonly pipe: Socket;
  /** Resolves when the program has ended, for whatever reason, also when it could not be started. */
  readonly ended: Promise<void>;
}

/** Starts a program that ends with this one, under the account and in a session of its own. */
export function spawnGuarded({ program, args, account, farewell, output }: GuardedCommand): GuardedProcess {
  const child = spawn('/bin/sh', ['-c', guarded(farewell), 'sh', program, ...args], {
    ...runAs(account),
    env: SERVER_ENV,
    // An own session: a Ctrl-C in the terminal must reach us alone, so that we drain before the server goes.
    detached: true,
    stdio: ['pipe', output === 'pipe' ? 'ignore' : output, output],
  });
  const pipe = child.stdin as Socket;
  pipe.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // The process id may soon be another program's: the guard must not use it any more.
  void ended.then(() => pipe.end('ended\n'));
  return { child, pipe, ended };
}
