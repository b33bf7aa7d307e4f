import { STATUSES, type TicketStatus } from '@zhuqi/domain';

const FINAL = ['closed', 'rejected', 'withdrawn', 'merged'] as const satisfies readonly TicketStatus[];

/** Tickets something may still happen to; the partial indexes of the queues are written for exactly this list. */
export const OPEN_STATUSES: readonly TicketStatus[] = STATUSES.filter(
  (status) => !(FINAL as readonly TicketStatus[]).includes(status),
);

/** Statuses are spelled out in the statement: a placeholder would hide the partial indexes from the planner. */
export const statusIn = (statuses: readonly TicketStatus[], t = 't'): string =>
  `${t}.status in (${statuses.map((status) => `'${status}'`).join(',')})`;

export const isOpen = (t = 't'): string => statusIn(OPEN_STATUSES, t);

export const isFinal = (t = 't'): string => `not ${isOpen(t)}`;
