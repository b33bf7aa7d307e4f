import fc from 'fast-check';
import {
  CHANNELS,
  PERSON_ACTIONS,
  SEVERITIES,
  URGENCIES,
  type Action,
  type Channel,
  type Severity,
  type Urgency,
} from '@zhuqi/domain';
import { PEOPLE, type PersonName } from '../support/ticket-cast';
import type { Deed } from './deed-names';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A problem somebody raises. */
export interface Submission {
  readonly by: PersonName;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly confidential: boolean;
  /** The step before which it comes in; the first comes in at once. */
  readonly before: number;
  /** Decides the enterprise, the question list and whom it is about. */
  readonly choice: number;
}

/** A stretch of time and what somebody tries after it. */
export interface Step {
  /** Mostly a command on one ticket. */
  readonly deed: 'ticket' | Deed;
  /** 0: anybody tries anything; otherwise something that is allowed. */
  readonly kind: number;
  /** Which of the tickets there are. */
  readonly which: number;
  readonly gap: number;
  /** `prompt`: whenever something is due; `late`: once, just before the step; `none`: not at all. */
  readonly sweep: 'prompt' | 'late' | 'none';
  readonly who: PersonName;
  readonly action: Action;
  readonly choice: number;
}

/** Everything that is decided about a history beforehand. */
export interface Plan {
  readonly startsAt: number;
  readonly submissions: readonly Submission[];
  readonly steps: readonly Step[];
}

const choice = fc.nat({ max: 0x7fffffff });

const submission = fc.record<Submission>({
  by: fc.oneof(
    { arbitrary: fc.constantFrom<PersonName>('enterprise', 'otherEnterprise', 'office'), weight: 5 },
    {
      arbitrary: fc.constantFrom<PersonName>(
        'officer',
        'otherOfficer',
        'leader',
        'integrator',
        'foreignOffice',
      ),
      weight: 3,
    },
  ),
  severity: fc.constantFrom(...SEVERITIES),
  urgency: fc.constantFrom(...URGENCIES),
  channel: fc.constantFrom(...CHANNELS),
  confidential: fc.oneof(
    { arbitrary: fc.constant(false), weight: 4 },
    { arbitrary: fc.constant(true), weight: 1 },
  ),
  before: fc.nat({ max: 8 }),
  choice,
});

const gap = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: HOUR_MS }), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 9 * HOUR_MS }), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 4 * DAY_MS }), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 35 * DAY_MS }), weight: 1 },
);

const deed = fc.oneof(
  { arbitrary: fc.constant('ticket' as const), weight: 28 },
  { arbitrary: fc.constantFrom<Deed>('calendar', 'policy'), weight: 3 },
  { arbitrary: fc.constantFrom<Deed>('handover', 'taskForce'), weight: 2 },
  { arbitrary: fc.constant<Deed>('matter'), weight: 2 },
);

const step = fc.record<Step>({
  deed,
  kind: fc.nat({ max: 9 }),
  which: fc.nat({ max: 5 }),
  gap,
  sweep: fc.constantFrom('prompt', 'late', 'none'),
  who: fc.constantFrom(...PEOPLE),
  action: fc.constantFrom(...PERSON_ACTIONS),
  choice,
});

const shanghai = (day: string): number => Date.parse(`${day}+08:00`);

/** Mornings and evenings before weekends, holidays, a change of the policy and the end of the published calendar. */
const STARTS = [
  '2026-11-02T09:00',
  '2026-11-06T16:59',
  '2026-02-11T13:00',
  '2026-09-24T18:30',
  '2026-12-25T10:00',
];

/** One to three tickets and 5 to 40 steps. */
export const plans = fc.record<Plan>({
  startsAt: fc.constantFrom(...STARTS.map(shanghai)),
  submissions: fc.oneof(
    { arbitrary: fc.array(submission, { minLength: 1, maxLength: 1 }), weight: 5 },
    { arbitrary: fc.array(submission, { minLength: 2, maxLength: 3 }), weight: 4 },
  ),
  steps: fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
});
