import type { TicketSort } from '@zhuqi/application';
import type { Parameters } from '../access/scope-sql';
import { momentValue, type KeyShape } from '../paging/page-key';

/** The due time by which queues are sorted; the indexes of the queues are on this very expression. */
export const DUE = `(coalesce(t.next_due_at, 'infinity'::timestamptz))`;

interface Order extends KeyShape {
  readonly position: string;
  readonly direction: 'asc' | 'desc';
  readonly beyond: '>' | '<';
}

/** The ticket's id settles ties, so that a page ends at exactly one place. */
export const ORDERS = {
  due: { order: 'due', values: ['moment', 'uuid'], position: DUE, direction: 'asc', beyond: '>' },
  '-submittedAt': {
    order: '-submittedAt',
    values: ['moment', 'uuid'],
    position: 't.submitted_at',
    direction: 'desc',
    beyond: '<',
  },
} as const satisfies Record<TicketSort, Order>;

/** One row comparison, which an index answers from the place where the last page ended. */
export function beyondKey(
  sort: TicketSort,
  values: readonly string[] | null,
  parameters: Parameters,
): string[] {
  if (values === null) return [];
  const { position, beyond } = ORDERS[sort];
  const [moment, id] = values;
  const place = `${momentValue(parameters.add(moment))}, ${parameters.add(id)}::uuid`;
  return [`(${position}, t.id) ${beyond} (${place})`];
}
