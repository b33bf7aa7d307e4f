import { startedByNpm } from './config/started-by-npm';
import { StartupProblem } from './startup-problem';

const DRAIN_WITHIN_MS = 20_000;
const LOOK_FOR_PARENT_MS = 1_000;

/** A problem in words for the operator, with its stable code. */
export interface ExplainedProblem {
  readonly code: string;
  readonly detail: string;
}

/**
 * Runs a program; a problem of starting is told in one sentence, because a stack would hide it. `explain` knows
 * the problems of what the program uses beside the platform.
 */
export function runProgram(
  main: () => Promise<void>,
  explain: (error: unknown) => ExplainedProblem | null = () => null,
): void {
  main().catch((error: unknown) => {
    const known = error instanceof StartupProblem ? error : explain(error);
    const said = known === null ? String(error) : `${known.detail}（${known.code}）`;
    process.stderr.write(`无法启动：${said}\n`);
    process.exit(1);
  });
}

/**
 * Stops on SIGTERM and SIGINT, and when the npm that started it is gone without a word: finishes what was begun,
 * but never later than 20 s. A second signal ends it at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
  process.on('SIGHUP', begin);
  if (startedByNpm()) followParent(begin);
}

function followParent(begin: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    begin();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}
