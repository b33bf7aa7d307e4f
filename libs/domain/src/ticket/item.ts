import { hasRole, type Actor } from '../access';
import { accepted, refused, type Decision } from '../decision';
import type { WorkingCalendar } from '../sla';
import type { Day, Instant } from '../time';
import { closingOf } from './days';

/** `question`: the district owes a reply; `deferred`: the enterprise owes a document it has committed itself to (容缺). */
export const ITEM_KINDS = ['question', 'deferred'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One line of a question list or of what was deferred at acceptance. */
export interface TicketItem {
  readonly kind: ItemKind;
  /** From 1 within its kind: how people name it. */
  readonly ordinal: number;
  readonly text: string;
  /** 承诺: what the enterprise committed itself to for it; a question has none. */
  readonly commitment: string | null;
  readonly dueOn: Day | null;
  /** The closing of that day; null when it is due with the ticket. */
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly doneById: string | null;
  /** The reply to a question, or what was handed in. */
  readonly reply: string | null;
  /** That it is overdue has been told. */
  readonly reminded: boolean;
}

export interface ItemInput {
  readonly text: string;
  readonly dueOn?: Day;
}

/** What decides whether a day can be a due day. */
export interface DayContext {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** The lines as items, numbered on from `after`; refused when a day is not a working day after today. */
export function itemsOf(
  kind: ItemKind,
  lines: readonly ItemInput[],
  after: number,
  when: DayContext,
): Decision<TicketItem[]> {
  const items: TicketItem[] = [];
  for (const [index, { text, dueOn }] of lines.entries()) {
    const dueAt = dueOn === undefined ? null : closingOf(dueOn, when);
    if (dueOn !== undefined && dueAt === null) {
      return refused(
        'item.due_on',
        '期限应为今天以后一年内的工作日',
        `/${POINTER[kind]}/${String(index)}/dueOn`,
      );
    }
    items.push({ ...BLANK, kind, ordinal: after + index + 1, text, dueOn: dueOn ?? null, dueAt });
  }
  return accepted(items);
}

/** A question list as it is submitted. Only those who answer for it set days: an enterprise's wish is no deadline. */
export function questionList(
  lines: readonly ItemInput[],
  actor: Actor,
  when: DayContext,
): Decision<TicketItem[]> {
  const wished = lines.findIndex(({ dueOn }) => dueOn !== undefined);
  if (wished !== -1 && hasRole(actor, 'enterprise', 'integrator')) {
    return refused('item.due_on', '逐项期限由受理方确定，请勿填写', `/items/${String(wished)}/dueOn`);
  }
  return itemsOf('question', lines, 0, when);
}

const BLANK = { commitment: null, doneAt: null, doneById: null, reply: null, reminded: false } as const;
const POINTER = { question: 'items', deferred: 'deferred' } as const satisfies Record<ItemKind, string>;

/** The items of a kind that are not done. */
export const openItems = (items: readonly TicketItem[], kind: ItemKind): readonly TicketItem[] =>
  items.filter((item) => item.kind === kind && item.doneAt === null);

/** How many items of a kind there are. */
export const countOf = (items: readonly TicketItem[], kind: ItemKind): number =>
  items.filter((item) => item.kind === kind).length;
