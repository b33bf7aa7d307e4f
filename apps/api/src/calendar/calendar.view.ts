import type { CalendarYear } from '@zhuqi/application';
import type { DeadlinePreview, Segment } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';

/** 一天 */
export class CalendarDayView {
  /** YYYY-MM-DD */
  day: string;
  /** working 工作日、weekend 休息日、holiday 法定节假日、makeup 调休上班 */
  kind: 'working' | 'weekend' | 'holiday' | 'makeup';
  name: string | null;
  /** 依据的通知 */
  source: string | null;
  /** official 已公布、provisional 暂定 */
  state: 'official' | 'provisional';
  /** 是否为本地区自定 */
  own: boolean;
}

/** 一个季节的作息 */
export class CalendarSeasonView {
  name: string;
  /** MM-DD */
  from: string;
  /** MM-DD */
  to: string;
  weekly: Record<string, string[][]>;
}

/** 某地区某年的工作日历 */
export class CalendarYearView {
  regionCode: string;
  year: number;
  /** 日历的版本 */
  version: number;
  timeZone: string;
  /** 每周的开放时段 */
  weekly: Record<string, string[][]>;
  /** 季节作息 */
  seasons: CalendarSeasonView[];
  /** 节假日已公布到哪一天 */
  publishedThrough: string | null;
  days: CalendarDayView[];
}

/** 一段时间计入或不计入的原因 */
export class WorkingSegmentView {
  from: string;
  to: string;
  /** 计入的工作秒数 */
  seconds: number;
  reason: 'open' | 'closed' | 'holiday' | 'makeup' | 'pause';
  note?: string;
}

/** 试算结果 */
export class DeadlinePreviewView {
  dueAt: string;
  /** 到期日的节假日尚未公布，可能变动 */
  provisional: boolean;
  segments: WorkingSegmentView[];
}

/** 工作时间 */
export class ElapsedView {
  workingSeconds: number;
}

export const calendarYearView = (year: CalendarYear): CalendarYearView => ({
  regionCode: year.regionCode,
  year: year.year,
  version: year.version,
  timeZone: year.timeZone,
  weekly: weekView(year.weekly),
  seasons: year.seasons.map(({ weekly, ...season }) => ({ ...season, weekly: weekView(weekly) })),
  publishedThrough: year.publishedThrough,
  days: year.days.map(({ day, kind, name, source, state, own }) => ({ day, kind, name, source, state, own })),
});

const weekView = (weekly: CalendarYear['weekly']): Record<string, string[][]> =>
  Object.fromEntries(
    Object.entries(weekly).map(([weekday, ranges]) => [weekday, ranges.map((range) => [...range])]),
  );

export const deadlinePreviewView = (preview: DeadlinePreview): DeadlinePreviewView => ({
  dueAt: isoOf(preview.dueAt),
  provisional: preview.provisional,
  segments: preview.segments.map((segment) => workingSegmentView(segment)),
});

const workingSegmentView = ({ from, to, seconds, reason, note }: Segment): WorkingSegmentView => ({
  from: isoOf(from),
  to: isoOf(to),
  seconds,
  reason,
  ...(note === undefined ? {} : { note }),
});
