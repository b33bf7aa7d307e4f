import {
  fitsStatus,
  isFree,
  mayAct,
  ruleOf,
  type Action,
  type Actor,
  type Standing,
  type Ticket,
} from '@zhuqi/domain';
import { refuse, valueOf } from '../refused';

/** What every action is asked before it is decided. */
export interface Intent {
  readonly action: Action;
  readonly actor: Actor;
  /** The version the person has seen (If-Match). */
  readonly expectedVersion: number | undefined;
}

/** Who may (403), on which version (428, 412), in which status and free of hindrances (409): in that order. */
export function permit({ action, actor, expectedVersion }: Intent, ticket: Ticket): Standing {
  const standing = valueOf(mayAct(action, actor, ticket));
  checkVersion(action, expectedVersion, ticket);
  valueOf(fitsStatus(action, ticket));
  valueOf(isFree(action, actor, ticket));
  return standing;
}

function checkVersion(action: Action, expected: number | undefined, ticket: Ticket): void {
  if (expected === undefined) {
    if (ruleOf(action).withoutVersion === true) return;
    refuse('precondition.required', '请带上 If-Match，其值为您看到的版本（ETag）');
  }
  if (expected !== ticket.version) {
    refuse('version.stale', `诉求已更新到 v${String(ticket.version)}，请刷新后再操作`);
  }
}
