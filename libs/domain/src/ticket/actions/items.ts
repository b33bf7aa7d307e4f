import { accepted, refused, type Decision } from '../../decision';
import type { Day } from '../../time';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import { closingOf } from '../days';
import { countOf, itemsOf, openItems, type ItemInput, type ItemKind, type TicketItem } from '../item';
import type { Ticket } from '../ticket';
import { told } from './told';

export interface ItemReply {
  /** The item's number. */
  readonly item: number;
  readonly reply: string;
}

/** Replies to questions of the list, any number at a time; a later reply to the same one replaces the earlier. */
export function reply(
  ticket: Ticket,
  { replies }: { readonly replies: readonly ItemReply[] },
  ctx: Context,
): Decision<Change> {
  const numbers = replies.map(({ item }) => item);
  const unknown = strangerIn(ticket, 'question', numbers);
  if (unknown !== -1)
    return refused('item.unknown', '问题清单中没有这一项', `/replies/${String(unknown)}/item`);
  const done = numbers.findIndex((item) => settledBefore(ticket, item));
  if (done !== -1) {
    return refused(
      'item.done',
      '这一项在上一轮已答复且企业未提出异议，不能改写',
      `/replies/${String(done)}/item`,
    );
  }
  const twice = numbers.findIndex((item, index) => numbers.indexOf(item) !== index);
  if (twice !== -1) return refused('item.repeated', '同一项答复了两次', `/replies/${String(twice)}/item`);
  const items = replies.reduce(
    (items, { item, reply: text }) => finished(items, { kind: 'question', ordinal: item, text }, ctx),
    ticket.items,
  );
  const texts = Object.fromEntries(replies.map(({ item, reply: text }) => [`reply${String(item)}`, text]));
  const change = told(alter(unchanged(ticket), { items }), ctx);
  return accepted(record(change, ctx, 'itemsReplied', { data: { items: numbers.map(String) }, texts }));
}

export interface ItemPlan {
  /** The item's number. */
  readonly item: number;
  readonly dueOn: Day;
}

/** Due days for questions that are still open; one that had a day gets the new one. */
export function planItems(
  ticket: Ticket,
  { plan }: { readonly plan: readonly ItemPlan[] },
  ctx: Context,
): Decision<Change> {
  const dueAt = new Map(plan.map(({ item, dueOn }) => [item, closingOf(dueOn, ctx)]));
  const open = openItems(ticket.items, 'question').map(({ ordinal }) => ordinal);
  for (const [index, { item }] of plan.entries()) {
    const at = `/plan/${String(index)}`;
    if (!open.includes(item)) return refused('item.unknown', '没有这一项待答复的问题', `${at}/item`);
    if ((dueAt.get(item) ?? null) === null) {
      return refused('item.due_on', '期限应为今天以后一年内的工作日', `${at}/dueOn`);
    }
  }
  const days = new Map(plan.map(({ item, dueOn }) => [item, dueOn]));
  const items = ticket.items.map((item) => {
    const dueOn = item.kind === 'question' ? days.get(item.ordinal) : undefined;
    return dueOn === undefined
      ? item
      : { ...item, dueOn, dueAt: dueAt.get(item.ordinal) ?? null, reminded: false };
  });
  return accepted(
    record(alter(unchanged(ticket), { items }), ctx, 'itemsPlanned', {
      data: { items: plan.map(({ item }) => String(item)), dueOn: plan.map(({ dueOn }) => dueOn) },
    }),
  );
}

export interface Deferral {
  /** 容缺: what may be handed in later, and by when. */
  readonly deferred: readonly ItemInput[];
  /** 承诺: what the enterprise committed itself to. */
  readonly commitment: string;
}

/** The work goes on without documents that the enterprise commits itself to hand in by a day. */
export function defer(ticket: Ticket, input: Deferral, ctx: Context): Decision<Change> {
  const items = itemsOf('deferred', input.deferred, countOf(ticket.items, 'deferred'), ctx);
  if (!items.ok) return items;
  const { commitment } = input;
  const committed = items.value.map((item) => ({ ...item, commitment }));
  const change = alter(unchanged(ticket), { items: [...ticket.items, ...committed] });
  const words = Object.fromEntries(items.value.map(({ ordinal, text }) => [`item${String(ordinal)}`, text]));
  return accepted(
    record(change, ctx, 'deferred', {
      data: { count: items.value.length, dueOn: items.value.map(({ dueOn }) => dueOn ?? '') },
      texts: { ...words, commitment: input.commitment },
    }),
  );
}

/** Deferred documents are handed in. */
export function supplyDeferred(
  ticket: Ticket,
  { items, text }: { readonly items: readonly number[]; readonly text: string },
  ctx: Context,
): Decision<Change> {
  const unknown = strangerIn(ticket, 'deferred', items);
  if (unknown !== -1) return refused('item.unknown', '容缺材料中没有这一项', `/items/${String(unknown)}`);
  const done = items.reduce(
    (list, ordinal) => finished(list, { kind: 'deferred', ordinal, text }, ctx),
    ticket.items,
  );
  const change = alter(unchanged(ticket), { items: done });
  return accepted(
    record(change, ctx, 'deferredSupplied', { data: { items: items.map(String) }, texts: { text } }),
  );
}

/** A new round asks for these replies again; what was replied stays in the log. */
export function reopenedItems(ticket: Ticket, numbers: readonly number[]): Decision<readonly TicketItem[]> {
  const unknown = strangerIn(ticket, 'question', numbers);
  if (unknown !== -1) return refused('item.unknown', '问题清单中没有这一项', `/items/${String(unknown)}`);
  return accepted(
    ticket.items.map((item) =>
      item.kind === 'question' && numbers.includes(item.ordinal)
        ? { ...item, doneAt: null, doneById: null, dueOn: null, dueAt: null }
        : item,
    ),
  );
}

/** Replied to in an earlier round and not asked for again: what the enterprise was told stands. */
function settledBefore({ items, rounds }: Ticket, ordinal: number): boolean {
  const item = items.find((each) => each.kind === 'question' && each.ordinal === ordinal);
  const since = rounds.at(-1)?.from ?? 0;
  return item !== undefined && item.doneAt !== null && item.doneAt < since;
}

const strangerIn = (ticket: Ticket, kind: ItemKind, numbers: readonly number[]): number =>
  numbers.findIndex((item) => !ticket.items.some((each) => each.kind === kind && each.ordinal === item));

const finished = (
  items: readonly TicketItem[],
  { kind, ordinal, text }: Pick<TicketItem, 'kind' | 'ordinal' | 'text'>,
  ctx: Context,
): readonly TicketItem[] =>
  items.map((item) =>
    item.kind === kind && item.ordinal === ordinal
      ? { ...item, doneAt: ctx.now, doneById: ctx.actor.id, reply: text }
      : item,
  );
