import { ACTIONS, allows, ruleOf, STANDINGS, STATUSES, type Action, type TicketStatus } from '@zhuqi/domain';

/** Columns of the widest words, so that the text reads as a table and a change as one changed line. */
const WIDTH = { status: 12, action: 12 } as const;

function line(status: TicketStatus, action: Action): string | null {
  const who = STANDINGS.filter((standing) => allows(action, status, standing));
  if (who.length === 0) return null;
  const { to } = ruleOf(action);
  const next = to === 'same' ? '' : ` → ${to}`;
  return `${status.padEnd(WIDTH.status)}${action.padEnd(WIDTH.action)}${who.join(' ')}${next}`;
}

/** Status × action × standing as text: one line for each action somebody may take in a status, and where it leads. */
export const lifecycleMatrix = (): string =>
  STATUSES.map((status) => {
    const lines = ACTIONS.map((action) => line(status, action)).filter((each) => each !== null);
    return lines.length === 0 ? `${status.padEnd(WIDTH.status)}–` : lines.join('\n');
  }).join('\n\n');
