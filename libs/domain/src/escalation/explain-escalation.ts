import { riseText } from '../responsibility/explain-hop';
import { spokenAllowance, spokenDuration, spokenInstant, type Allowance, type WorkingCalendar } from '../sla';
import { SECOND_MS } from '../time';
import { ESCALATION_CAUSES, type EscalationCause } from '../ticket/change';
import { numberIn, textIn, wordIn, type EventData } from '../ticket/event-data';
import type { EventValue } from '../ticket/events';

/** Which rule raised a ticket, on which values, and both in a sentence. Instants among the values end in `At`. */
export interface EscalationExplanation {
  /** The policy's threshold that was reached; `manual` when somebody asked. Null for a cause this version does not know. */
  readonly rule: string | null;
  readonly values: Readonly<Record<string, EventValue>>;
  readonly text: string;
}

/** Read from the data of the `escalated` event alone; of an event that kept less, what is known. */
export function explainEscalation(data: EventData, calendar: WorkingCalendar): EscalationExplanation {
  const cause = wordIn(data, 'cause', ESCALATION_CAUSES);
  const rule = cause === null ? null : RULES[cause];
  const fired = rule?.fired(data, calendar) ?? UNRECORDED;
  const version = numberIn(data, 'policyVersion');
  const keys = ['policyVersion', ...(rule?.values ?? []), 'overdueSeconds'];
  const sentence = [fired, riseText(data), overdueText(data)].filter((part) => part !== null).join('，');
  return {
    rule: rule?.name ?? null,
    values: Object.fromEntries(keys.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]]))),
    text: `${sentence}${version === null ? '' : `（按第 ${String(version)} 版政策）`}。`,
  };
}

const UNRECORDED = '当时没有记录触发规则的数值';

interface Rule {
  readonly name: string;
  readonly values: readonly string[];
  /** The rule with its values; null where the event did not keep them. */
  readonly fired: (data: EventData, calendar: WorkingCalendar) => string | null;
}

/** A count that reached its limit. */
const counted = (name: string, say: (count: number, limit: number) => string): Rule => ({
  name,
  values: ['count', 'limit'],
  fired: (data) => {
    const [count, limit] = [numberIn(data, 'count'), numberIn(data, 'limit')];
    return count === null || limit === null ? null : say(count, limit);
  },
});

/** A trigger of the policy on a clock: its distance from the due time, and what had not happened by then. */
function triggered(clock: string, still: string): Rule {
  return {
    name: 'triggers',
    values: ['trigger', 'after', 'dueAt', 'reachedAt'],
    fired: (data, calendar) => {
      const [dueAt, reachedAt, after] = [
        numberIn(data, 'dueAt'),
        numberIn(data, 'reachedAt'),
        allowanceIn(data),
      ];
      if (dueAt === null || reachedAt === null) return null;
      const due = `${clock} ${spokenInstant(dueAt, calendar)} `;
      if (after === null) return `${due}已到${still}`;
      const reached = spokenInstant(reachedAt, calendar);
      return `自${due}起满 ${spokenAllowance(after)}（${reached}）${still}`;
    },
  };
}

const RULES: Readonly<Record<EscalationCause, Rule>> = {
  manual: { name: 'manual', values: [], fired: () => '承办单位或调度办申请提级' },
  resolve_overdue: {
    name: 'escalateAfterDue',
    values: ['after', 'dueAt', 'arrivedAt', 'reachedAt'],
    fired: overdueFor,
  },
  redispatched: counted(
    'escalateAtRedispatch',
    (count, limit) => `在同一层级由人工改派 ${String(count)} 次，达到规定的 ${String(limit)} 次`,
  ),
  disputed_twice: counted(
    'escalateAtDispute',
    (count, limit) => `企业第 ${String(count)} 次不认可，从第 ${String(limit)} 次起每次都提级`,
  ),
  returned: counted(
    'mostReturns',
    (count, limit) => `退回已达 ${String(count)} 次，超过最多 ${String(limit)} 次的规定`,
  ),
  leg_overdue: triggered('本级时限', '仍未办结'),
  unclaimed: triggered('认领时限', '仍未认领'),
};

function overdueFor(data: EventData, calendar: WorkingCalendar): string | null {
  const dueAt = numberIn(data, 'dueAt');
  const arrivedAt = numberIn(data, 'arrivedAt');
  const reachedAt = numberIn(data, 'reachedAt');
  const after = allowanceIn(data);
  if (dueAt === null || arrivedAt === null || reachedAt === null || after === null) return null;
  const at = (instant: number): string => spokenInstant(instant, calendar);
  const since =
    arrivedAt > dueAt
      ? `办结时限 ${at(dueAt)} 已过，自 ${at(arrivedAt)} 到达本层级起`
      : `自办结时限 ${at(dueAt)} 起`;
  return `${since}满 ${spokenAllowance(after)}（${at(reachedAt)}）仍未答复`;
}

const UNITS = ['workingDays', 'workingMinutes'] as const;

/** Kept as `3 workingDays` or `sameDay`. */
function allowanceIn(data: EventData): Allowance | null {
  const [count = '', unit = ''] = (textIn(data, 'after') ?? '').split(' ');
  if (count === 'sameDay') return { unit: 'sameDay' };
  const known = UNITS.find((each) => each === unit);
  return known === undefined ? null : { unit: known, count: Number(count) };
}

function overdueText(data: EventData): string | null {
  const seconds = numberIn(data, 'overdueSeconds');
  if (seconds === null) return null;
  return seconds === 0
    ? '当时未超过办结时限'
    : `当时按工作时间已超过办结时限 ${spokenDuration(seconds * SECOND_MS)}`;
}
