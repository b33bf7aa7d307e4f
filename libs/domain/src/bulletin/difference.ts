import { DECLARED_FIGURES, type Measure } from '../statistics';
import type { EventType } from '../ticket/events';
import { EVENT_LABEL } from './event-label';

/** What brought a ticket into a figure or took it out after the figure had been published. */
export interface DifferenceCause {
  readonly type: EventType;
  /** Of whoever did it; null: the system, or somebody without a unit. */
  readonly unit: string | null;
  readonly measure: Measure;
  /** What the event added to the figure. */
  readonly change: number;
}

/** 东盛街道答复，计入“解决” */
export function differenceText({ type, unit, measure, change }: DifferenceCause): string {
  return `${unit ?? ''}${EVENT_LABEL[type]}，${change > 0 ? '计入' : '不再计入'}“${DECLARED_FIGURES[measure].label}”`;
}
