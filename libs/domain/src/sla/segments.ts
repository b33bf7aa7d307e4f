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

type Piece = Omit<Segment, 'seconds'>;

const COUNTS: Record<SegmentReason, boolean> = {
  open: true,
  makeup: true,
  closed: false,
  holiday: false,
  pause: false,
};

/** Every instant of `[from, to)` with the reason why it counts or does not; counted seconds add up to the open time outside pauses. */
export function describe(
  table: DayTable,
  from: Instant,
  to: Instant,
  pauses: readonly Span[],
): readonly Segment[] {
  const spans = mergeSpans(pauses, -NEVER, NEVER);
  const pieces: Piece[] = [];
  for (let number = table.indexAt(from); table.plan(number).start < to; number += 1) {
    for (const piece of piecesOfDay(table.plan(number), from, to)) pieces.push(...withPauses(piece, spans));
  }
  return countSeconds(pieces);
}

function* piecesOfDay(plan: DayPlan, from: Instant, to: Instant): Generator<Piece> {
  const { edges, openMs, name } = plan;
  const noted = name === undefined ? {} : { note: name };
  const closed = openMs === 0 ? { reason: plan.closedReason, ...noted } : { reason: plan.closedReason };
  const marks = [plan.start, ...edges, plan.end];
  for (let i = 0; i + 1 < marks.length; i += 1) {
    const piece = { from: Math.max(marks[i] ?? to, from), to: Math.min(marks[i + 1] ?? from, to) };
    if (piece.from >= piece.to) continue;
    yield i % 2 === 0 ? { ...piece, ...closed } : { ...piece, reason: plan.openReason, ...noted };
  }
}

function* withPauses(piece: Piece, spans: readonly Span[]): Generator<Piece> {
  let cursor = piece.from;
  for (const [index, span] of spans.entries()) {
    if (span.to <= cursor) continue;
    if (span.from >= piece.to) break;
    if (span.from > cursor) yield { ...piece, from: cursor, to: span.from };
    const note = `暂停 ${String(index + 1)}${span.reason === undefined ? '' : `：${span.reason}`}`;
    const to = Math.min(span.to, piece.to);
    yield { from: Math.max(span.from, cursor), to, reason: 'pause', note };
    cursor = to;
  }
  if (cursor < piece.to) yield { ...piece, from: cursor };
}

/** Joins neighbours of one reason, and counts whole seconds so that rounding never loses one over the whole. */
export function countSeconds(pieces: readonly Piece[]): readonly Segment[] {
  const segments: { from: Instant; to: Instant; seconds: number; reason: SegmentReason; note?: string }[] =
    [];
  let countedMs = 0;
  for (const piece of pieces) {
    const before = Math.floor(countedMs / SECOND_MS);
    if (COUNTS[piece.reason]) countedMs += piece.to - piece.from;
    const seconds = Math.floor(countedMs / SECOND_MS) - before;
    const last = segments.at(-1);
    if (
      last !== undefined &&
      last.to === piece.from &&
      last.reason === piece.reason &&
      last.note === piece.note
    ) {
      last.to = piece.to;
      last.seconds += seconds;
    } else segments.push({ ...piece, seconds });
  }
  return segments;
}
