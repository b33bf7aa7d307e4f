import {
  ACTIONS,
  CLOCK_EFFECT,
  ruleOf,
  STATUS_LABEL,
  STATUSES,
  type Action,
  type TicketStatus,
} from '@zhuqi/domain';
import { leadsTo, requestRuleOf, requestsIn } from './lifecycle-leads';

interface Arrow {
  readonly from: TicketStatus;
  readonly to: TicketStatus;
  readonly label: string;
}

/** Where an action leads; a ruling leads where the request it approves says. */
function arrowsOf(action: Action): Arrow[] {
  const { from, to, label } = ruleOf(action);
  if (to === 'same') return [];
  if (to === 'ruled') return from.flatMap(approvalsFrom);
  return from.flatMap((start) => leadsTo(action, start).map((end) => ({ from: start, to: end, label })));
}

const approvalsFrom = (start: TicketStatus): Arrow[] =>
  requestsIn(start).flatMap((kind) => {
    const { label, to } = requestRuleOf(kind);
    return to === 'same' ? [] : [{ from: start, to, label: `同意${label}` }];
  });

/** Actions that lead the same way share an arrow. */
function merged(arrows: readonly Arrow[]): string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, label } of arrows) {
    const way = `${from} --> ${to}`;
    labels.set(way, [...(labels.get(way) ?? []), label]);
  }
  return [...labels].map(([way, words]) => `  ${way}: ${words.join('、')}`);
}

/** The state diagram in Mermaid. */
export const lifecycleDiagram = (): string =>
  [
    'stateDiagram-v2',
    ...STATUSES.map((status) => `  ${status}: ${STATUS_LABEL[status]}`),
    '  [*] --> submitted: 提交',
    '  [*] --> accepted: 专员登记',
    ...merged(ACTIONS.flatMap(arrowsOf)),
    ...STATUSES.filter((status) => CLOCK_EFFECT[status] === 'stopped').map((status) => `  ${status} --> [*]`),
  ].join('\n');
