import { Refused } from '@zhuqi/application';
import { databaseProblem } from '@zhuqi/persistence';
import { StartupProblem } from '@zhuqi/platform';

/** The command was not written as it must be; the message says how. */
export class WrongUsage extends Error {}

/** The command was understood and cannot be done; the message says why. */
export class CannotDo extends Error {}

/** Any error as one sentence for the operator. */
export function explained(error: unknown): string {
  if (error instanceof WrongUsage || error instanceof CannotDo) return error.message;
  const known =
    error instanceof StartupProblem
      ? error
      : error instanceof Refused
        ? error.refusal
        : databaseProblem(error);
  return known === null ? `出现意外错误：${String(error)}` : `${known.detail}（${known.code}）`;
}
