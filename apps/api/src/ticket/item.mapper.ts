import type { Instant, ItemKind, TicketItem } from '@zhuqi/domain';
import type { ItemView } from './item.view';
import { isoOrNull } from './view-values';

/** The lines of one kind, in their order. */
export function itemViews(items: readonly TicketItem[], kind: ItemKind, now: Instant): ItemView[] {
  return items.filter((item) => item.kind === kind).map((item) => itemView(item, now));
}

const itemView = (item: TicketItem, now: Instant): ItemView => ({
  item: item.ordinal,
  text: item.text,
  commitment: item.commitment,
  dueOn: item.dueOn,
  done: item.doneAt !== null,
  doneAt: isoOrNull(item.doneAt),
  reply: item.reply,
  overdue: item.doneAt === null && item.dueAt !== null && item.dueAt <= now,
});
