import type { Directory, ToldClock, ToldEscalation } from '@zhuqi/application';
import type { EventValue, Possibilities, Refusal } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import { actionPath } from './action-names';
import type {
  EscalationExplanationView,
  ExplanationView,
  PossibilitiesView,
  RefusalReasonView,
} from './explain.view';
import { namedOrNull, unitNamed, valueOrNothing } from './view-values';

export const explanationView = (explanation: ToldClock): ExplanationView => ({
  startedAt: isoOf(explanation.startedAt),
  dueAt: isoOf(explanation.dueAt),
  workingSeconds: explanation.workingSeconds,
  segments: explanation.segments.map((segment) => ({
    from: isoOf(segment.from),
    to: isoOf(segment.to),
    seconds: segment.seconds,
    reason: segment.reason,
    ...valueOrNothing('note', segment.note ?? null),
  })),
  calendarVersion: explanation.calendarVersion,
  moves: explanation.moves.map(({ at, dueBefore, dueAfter, calendarVersion, policyVersion, reasons }) => ({
    ...{ at: isoOf(at), dueBefore: isoOf(dueBefore), dueAfter: isoOf(dueAfter) },
    ...{ calendarVersion, policyVersion, reasons: [...reasons] },
  })),
});

const SECONDS_A_MINUTE = 60;

/** The event's values with names for its ids, the rule's values with instants as texts. */
export async function escalationExplanationView(
  { event, round, causeLabel, explanation }: ToldEscalation,
  directory: Directory,
): Promise<EscalationExplanationView> {
  const { at, data } = event;
  const [unit, person] = await Promise.all([
    unitNamed(directory, idOf(data['unitId'])),
    namedOrNull(directory, idOf(data['personId'])),
  ]);
  return {
    at: isoOf(at),
    fromTier: numberOf(data['fromTier']),
    toTier: numberOf(data['toTier']),
    cause: idOf(data['cause']) ?? '',
    causeLabel,
    rule: explanation.rule,
    values: Object.fromEntries(Object.entries(explanation.values).map(withInstant)),
    text: explanation.text,
    ...{ unit, person, round },
    overdueWorkingMinutes: Math.floor((numberOf(data['overdueSeconds']) ?? 0) / SECONDS_A_MINUTE),
  };
}

type Value = EventValue | undefined;

const idOf = (value: Value): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null);

/** Instants are the values whose names end in `At`. */
const withInstant = ([key, value]: [string, EventValue]): [string, EventValue] =>
  key.endsWith('At') && typeof value === 'number' ? [key, isoOf(value)] : [key, value];

export const possibilitiesView = ({ actions, requests }: Possibilities): PossibilitiesView => ({
  items: actions.map(({ action, label, allowed, refusal, needs }) => ({
    ...{ action: actionPath(action), label, allowed, needs: [...needs] },
    refusal: refusalView(refusal),
  })),
  requests: requests.map(({ kind, label, allowed, refusal, needs }) => ({
    ...{ kind, label, allowed, needs: [...needs] },
    refusal: refusalView(refusal),
  })),
  nextCursor: null,
});

const refusalView = (refusal: Refusal | null): RefusalReasonView | null =>
  refusal === null ? null : { code: refusal.code, detail: refusal.detail };
