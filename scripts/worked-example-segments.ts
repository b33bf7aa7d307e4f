import { explainClock, type Segment, type TicketClock } from '@zhuqi/domain';
import { calendar } from './worked-example-stage';
import { moment, table, worked } from './worked-example-words';

type Fold = { -readonly [Key in keyof Segment]: Segment[Key] };

/** Nights, noons and weekends are part of the stretch of work around them; everything that has a name stands alone. */
function folded(segments: readonly Segment[]): readonly Segment[] {
  const folds: Fold[] = [];
  for (const segment of segments) {
    const last = folds.at(-1);
    if (last === undefined || !goesOn(last, segment)) {
      folds.push({ ...segment });
      continue;
    }
    if (isGap(last)) Object.assign(last, { reason: segment.reason }, noteOf(segment));
    last.to = segment.to;
    last.seconds += segment.seconds;
  }
  return folds;
}

const isGap = ({ reason, note }: Segment): boolean => reason === 'closed' && note === undefined;
const noteOf = ({ note }: Segment) => (note === undefined ? {} : { note });

const goesOn = (last: Segment, next: Segment): boolean =>
  (isGap(last) && (isGap(next) || next.reason === 'open')) ||
  (last.reason === 'open' && (isGap(next) || (next.reason === 'open' && last.note === next.note)));

const REASON_WORD = {
  open: '工作时间（含其间的非工作时间）',
  closed: '非工作时间',
  holiday: '放假',
  makeup: '调休上班',
  pause: '不计',
} as const;

/** Every stretch of a clock from its start to its due time, neighbours of one kind joined, with the sum below. */
export function segmentTable(clock: TicketClock, now: number): string {
  const { segments, workingSeconds } = explainClock(clock, calendar, now);
  const rows = folded(segments).map(({ from, to, seconds, reason, note }) => [
    ...[moment(from), moment(to), `${REASON_WORD[reason]}${note === undefined ? '' : `：${note}`}`],
    worked(seconds),
  ]);
  const counted = segments.reduce((sum, { seconds }) => sum + seconds, 0);
  if (counted !== workingSeconds) throw new Error('the segments do not add up');
  return table(
    ['自', '至', '性质', '计入秒数'],
    [...rows, ['', '', '**合计（等于给予的办理时间）**', `**${worked(workingSeconds)}**`]],
  );
}

/** How many stretches there are before neighbours are joined. */
export const segmentCount = (clock: TicketClock, now: number): number =>
  explainClock(clock, calendar, now).segments.length;
