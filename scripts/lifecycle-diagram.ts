import { ACTIONS, ruleOf, STATUS_LABEL, STATUSES, type Action, type TicketStatus } from '@zhuqi/domain';

interface Arrow {
  readonly from: TicketStatus;
  readonly to: TicketStatus;
  readonly label: string;
}

/** Where an action leads from a status; what goes back goes to every status the request can be made in. */
function arrowsOf(action: Action): Arrow[] {
  const { from, to, label } = ruleOf(action);
  if (to === 'same') return [];
  const targets = to === 'back' ? ruleOf('requestInfo').from : [to];
  return from.flatMap((start) => targets.map((end) => ({ from: start, to: end, label })));
}

/** Actions that lead the same way share an arrow. */
function merged(arrows: readonly Arrow[]): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, label } of arrows) {
    const way = `${from} --> ${to}`;
    labels.set(way, [...(labels.get(way) ?? []), label]);
  }
  return [...labels].map(([way, words]) => `  ${way}: ${words.join('、')}`);
}

/** The state diagram in Mermaid; statuses nothing leads into are left out. */
export function lifecycleDiagram(): string {
  const arrows = ACTIONS.flatMap(arrowsOf);
  const entered = new Set<TicketStatus>(['submitted', 'accepted', ...arrows.map(({ to }) => to)]);
  const reached = STATUSES.filter((status) => entered.has(status));
  const final = reached.filter((status) => !ACTIONS.some((action) => ruleOf(action).from.includes(status)));
  return [
    'stateDiagram-v2',
    ...reached.map((status) => `  ${status}: ${STATUS_LABEL[status]}`),
    '  [*] --> submitted: 提交',
    '  [*] --> accepted: 专员登记',
    ...merged(arrows.filter(({ from }) => entered.has(from))),
    ...final.map((status) => `  ${status} --> [*]`),
  ].join('\n');
}
