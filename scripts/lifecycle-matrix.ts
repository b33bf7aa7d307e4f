import { ACTIONS, allows, ruleOf, STANDINGS, STATUSES, type Action, type TicketStatus } from '@zhuqi/domain';
import { requestRuleOf, requestsIn } from './lifecycle-leads';

/** Columns of the widest words, so that the text reads as a table and a change as one changed line. */
const WIDTH = { status: 12, action: 17 } as const;

/** An approval leads where its request says; a refusal nowhere. */
function ruledFrom(status: TicketStatus): string {
  const kinds = new Map<string, string[]>();
  for (const kind of requestsIn(status)) {
    const { to } = requestRuleOf(kind);
    kinds.set(to, [...(kinds.get(to) ?? []), kind]);
  }
  return [...kinds].map(([to, list]) => `${to} (${list.join(' ')})`).join(', ');
}

function next(action: Action, status: TicketStatus): string {
  const { to } = ruleOf(action);
  if (to === 'same') return '';
  return ` → ${to === 'ruled' ? ruledFrom(status) : to}`;
}

function line(status: TicketStatus, action: Action): string | null {
  const who = STANDINGS.filter((standing) => allows(action, status, standing));
  if (who.length === 0) return null;
  return `${status.padEnd(WIDTH.status)}${action.padEnd(WIDTH.action)}${who.join(' ')}${next(action, status)}`;
}

/** Status × action × standing as text: one line for each action somebody may take in a status, and where it leads. */
export const lifecycleMatrix = (): string =>
  STATUSES.map((status) => {
    const lines = ACTIONS.map((action) => line(status, action)).filter((each) => each !== null);
    return lines.length === 0 ? `${status.padEnd(WIDTH.status)}–` : lines.join('\n');
  }).join('\n\n');
