import type { Instant } from '../time';
import type { EventType, EventValue } from './events';

/** A change of rules moved a due time. */
export interface ClockMove {
  readonly at: Instant;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  readonly fromCalendarVersion: number;
  readonly calendarVersion: number;
  /** Null where no policy had a part in it. */
  readonly fromPolicyVersion: number | null;
  readonly policyVersion: number | null;
}

interface Recorded {
  readonly type: EventType;
  readonly at: Instant;
  readonly data: Readonly<Record<string, EventValue>>;
}

/** Every time a change of calendar or policy moved this clock, as the log has it. */
export const clockMoves = (clockId: string, events: readonly Recorded[]): readonly ClockMove[] =>
  events.flatMap(({ type, at, data }) => {
    if (type !== 'rescheduled') return [];
    const index = texts(data['clockIds']).indexOf(clockId);
    const [before, after] = [texts(data['before'])[index], texts(data['after'])[index]];
    if (before === undefined || after === undefined) return [];
    return [
      {
        ...{ at, dueBefore: Date.parse(before), dueAfter: Date.parse(after) },
        fromCalendarVersion: Number(data['fromCalendarVersion']),
        calendarVersion: Number(data['calendarVersion']),
        fromPolicyVersion: numberOrNull(data['fromPolicyVersion']),
        policyVersion: numberOrNull(data['policyVersion']),
      },
    ];
  });

const texts = (value: EventValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

const numberOrNull = (value: EventValue | undefined): number | null =>
  typeof value === 'number' ? value : null;
