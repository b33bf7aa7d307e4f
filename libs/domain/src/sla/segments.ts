import type { Instant } from '../time';
import { NEVER, SECOND_MS } from '../time';
import type { DayTable } from './day-table';
import type { DayPlan } from './day-plan';
import { mergeSpans, type Span } from './spans';

export const SEGMENT_REASONS = ['open', 'closed', 'holiday', 'makeup', 'pause'] as const;
export type SegmentReason = (typeof SEGMENT_REASONS)[number];

/** A stretch of an explained time span; only `open` and `makeup` count seconds. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly seconds: number;
  readonly reason: SegmentReason;
  readonly note?: string;
}

/** A segment before its seconds are counted. */
export type Piece = Omit<Segment, 'seconds'>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const COUNTS: Record<SegmentReason, boolean> = {
  open: true,
  makeup: true,
  closed: false,
  holiday: false,
  pause: false,
};

/** Whether open time of this kind is counted. */
export const isCounted = ({ reason }: Piece): boolean => COUNTS[reason];

/** Why a clock stands, in people's words; a reason that is not listed is shown as it is. */
export const PAUSE_LABEL = {
  need_info: '待补充材料',
  suspended: '挂起',
  merged: '并案',
  answered: '等待企业确认',
  stopped: '已销号',
} as const;

const pauseLabel = (reason: string): string =>
  Object.hasOwn(PAUSE_LABEL, reason) ? PAUSE_LABEL[reason as keyof typeof PAUSE_LABEL] : reason;

/**
 * Every instant of `[from, to)` with the reason why it counts or does not; the counted seconds add up to the open
 * time outside pauses.
 */
export function describe(
  table: DayTable,
  from: Instant,
  to: Instant,
  pauses: readonly Span[],
): readonly Segment[] {
  const spans = mergeSpans(pauses, -NEVER, NEVER).map(pausePiece);
  const pieces: Piece[] = [];
  for (let number = table.indexAt(from); ; number += 1) {
    const plan = table.plan(number);
    if (plan.start >= to) return countSeconds(pieces);
    addDay(pieces, plan, { from, to }, spans);
  }
}

const pausePiece = (span: Span, index: number): Piece => ({
  from: span.from,
  to: span.to,
  reason: 'pause',
  note: `暂停 ${String(index + 1)}${span.reason === undefined ? '' : `：${pauseLabel(span.reason)}`}`,
});

/** The closed and open pieces of one day in turn, clipped to the window. */
function addDay(pieces: Piece[], plan: DayPlan, window: Span, pauses: readonly Piece[]): void {
  const { edges, start, end } = plan;
  const closedNote = plan.openMs === 0 ? plan.name : undefined;
  for (let i = -1; i < edges.length; i += 1) {
    const from = Math.max(edges[i] ?? start, window.from);
    const to = Math.min(edges[i + 1] ?? end, window.to);
    if (from >= to) continue;
    const isOpening = i >= 0 && i % 2 === 0;
    const reason = isOpening ? plan.openReason : plan.closedReason;
    const note = isOpening ? plan.name : closedNote;
    addAround(pieces, note === undefined ? { from, to, reason } : { from, to, reason, note }, pauses);
  }
}

/** A piece with the pauses laid over it. */
function addAround(pieces: Piece[], piece: Piece, pauses: readonly Piece[]): void {
  let cursor = piece.from;
  for (const pause of pauses) {
    if (pause.to <= cursor) continue;
    if (pause.from >= piece.to) break;
    if (pause.from > cursor) pieces.push({ ...piece, from: cursor, to: pause.from });
    const to = Math.min(pause.to, piece.to);
    pieces.push({ ...pause, from: Math.max(pause.from, cursor), to });
    cursor = to;
  }
  if (cursor === piece.from) pieces.push(piece);
  else if (cursor < piece.to) pieces.push({ ...piece, from: cursor });
}

/** Joins neighbours of one reason, and counts whole seconds so that rounding never loses one over the whole. */
export function countSeconds(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Mutable<Segment>[] = [];
  let countedMs = 0;
  for (const piece of pieces) {
    const before = Math.floor(countedMs / SECOND_MS);
    if (COUNTS[piece.reason]) countedMs += piece.to - piece.from;
    const seconds = Math.floor(countedMs / SECOND_MS) - before;
    const last = segments.at(-1);
    if (last !== undefined && continues(last, piece)) {
      last.to = piece.to;
      last.seconds += seconds;
    } else segments.push({ ...piece, seconds });
  }
  return segments;
}

const continues = (last: Piece, next: Piece): boolean =>
  last.to === next.from && last.reason === next.reason && last.note === next.note;
