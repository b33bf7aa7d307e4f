import type { Instant, ItemKind, TicketItem } from '@zhuqi/domain';
import type { ItemView } from './item.view';
import { isoOrNull } from './view-values';

/** The lines of one kind, in their order. */
export function itemViews(items: readonly TicketItem[], kind: ItemKind, now: Instant): ItemView[] {
  return items.filter((item) => item.kind === kind).map((item) => itemView(item, now));
}

const itemView = ({ ordinal, text, dueOn, dueAt, doneAt, reply }: TicketItem, now: Instant): ItemView => ({
  item: ordinal,
  text,
  dueOn,
  done: doneAt !== null,
  doneAt: isoOrNull(doneAt),
  reply,
  overdue: doneAt === null && dueAt !== null && dueAt <= now,
});
