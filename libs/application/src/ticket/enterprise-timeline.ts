import type { ClockKind, EscalationCause, EventType } from '@zhuqi/domain';
import type { LoggedEvent } from '../ports/ticket-reader';

/** `told`: as it is; `bare`: that it happened, without the inside's words; `hidden`: not at all. */
type Sight = 'told' | 'bare' | 'hidden';

/**
 * What an enterprise sees of its own ticket. It is owed the course of the work: who holds it, until when, what stood
 * still and what was answered. What the offices say to each other is theirs: a leader's or the office's instructions,
 * who was asked for what and how it was ruled, assistants and their opinions, reports to the tier above, how heavy
 * they think the matter is, and other enterprises' tickets that go along with this one. Where the effect matters to
 * the enterprise but the words were meant for a colleague, it is told the effect.
 */
const SIGHT: Readonly<Record<EventType, Sight>> = {
  submitted: 'told',
  accepted: 'told',
  rejected: 'told',
  routed: 'told',
  triaged: 'told',
  dispatched: 'bare',
  claimed: 'told',
  contacted: 'told',
  infoRequested: 'told',
  infoSupplied: 'told',
  infoLapsed: 'told',
  commented: 'told',
  urged: 'bare',
  reminded: 'hidden',
  supervised: 'hidden',
  instructed: 'hidden',
  escalated: 'bare',
  lampChanged: 'told',
  answered: 'told',
  confirmed: 'told',
  disputed: 'told',
  closed: 'told',
  withdrawn: 'told',
  itemsPlanned: 'told',
  itemsReplied: 'told',
  itemOverdue: 'told',
  deferred: 'told',
  deferredSupplied: 'told',
  assistAsked: 'hidden',
  opinionGiven: 'hidden',
  assistReleased: 'hidden',
  conferenceConvened: 'hidden',
  conferenceConcluded: 'hidden',
  conferenceCancelled: 'hidden',
  conferenceLapsed: 'hidden',
  followUpFinished: 'hidden',
  followUpOverdue: 'hidden',
  followUpsReassigned: 'hidden',
  requested: 'hidden',
  recalled: 'hidden',
  ruled: 'hidden',
  rulingDue: 'hidden',
  requestLapsed: 'hidden',
  extended: 'told',
  severityLowered: 'hidden',
  suspended: 'told',
  resumed: 'bare',
  reported: 'hidden',
  reopened: 'told',
  merged: 'told',
  unmerged: 'told',
  childMerged: 'hidden',
  childUnmerged: 'hidden',
  parentAdvanced: 'told',
  rescheduled: 'told',
  joinedMatter: 'hidden',
  leftMatter: 'hidden',
  handedOver: 'bare',
};

/** Clocks of what is hidden itself. */
const INTERNAL_CLOCKS = ['assist', 'supervise'] as const satisfies readonly ClockKind[];
export const isInternalClock = (kind: unknown): boolean =>
  (INTERNAL_CLOCKS as readonly unknown[]).includes(kind);

/** Rises of which only colleagues know what led to them: how often they had asked to be rid of the ticket. */
const INTERNAL_CAUSES = ['returned'] as const satisfies readonly EscalationCause[];
/** What an enterprise reads in their place. */
export const UNTOLD_CAUSE = 'internal';

/** The log as the enterprise may read it; its own words it always sees. */
export const forEnterprise = (events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.flatMap((event) => {
    const sight = isInternal(event) ? 'hidden' : SIGHT[event.type];
    if (sight === 'hidden') return [];
    const ownWords = event.actor.enterpriseId !== null;
    const seen = ofOffices({ ...event, data: DATA[event.type]?.(event.data) ?? event.data });
    return [sight === 'bare' && !ownWords ? { ...seen, texts: {} } : seen];
  });

type Data = LoggedEvent['data'];

/** Who is absent is the offices' own affair: the enterprise is told who acted, not in whose place. */
const ofOffices = ({ actor, data, ...event }: LoggedEvent): LoggedEvent => {
  const { onBehalfOf: _absent, ...acted } = actor;
  const { onBehalfOfId: _away, ...said } = data;
  return { ...event, actor: acted, data: said };
};

/** Who goes on; not who has left what post to whom, nor that a force was dissolved or somebody complained of. */
const successorIn = ({ tier = null, unitId = null, personId = null }: Data): Data => ({
  tier,
  unitId,
  personId,
});

/** Who assists, and that a request led here, are as hidden here as where they are told themselves. */
const holderIn = ({ assistUnitIds: _who, because: _why, ...holder }: Data): Data => holder;

/** A rise is told; what led to it only when the enterprise could see that as well. */
function riseIn(data: Data): Data {
  if (!(INTERNAL_CAUSES as readonly unknown[]).includes(data['cause'])) return data;
  const { cause: _why, count: _times, limit: _most, ...rise } = data;
  return { ...rise, cause: UNTOLD_CAUSE };
}

const listIn = (data: Data, key: string): readonly string[] => {
  const list = data[key];
  return Array.isArray(list) ? (list as readonly string[]) : [];
};

/** Of the clocks that moved, those the enterprise is told of. */
function movesIn(data: Data): Data {
  const told = listIn(data, 'kinds').map((kind) => !isInternalClock(kind));
  const only = (key: string) => listIn(data, key).filter((_each, index) => told[index] === true);
  const { confirmed: _inside, ...rest } = data;
  return {
    ...rest,
    ...Object.fromEntries(['clockIds', 'kinds', 'before', 'after'].map((key) => [key, only(key)])),
  };
}

/**
 * That others were given the same answer is theirs: an enterprise never learns of another. Answers on record may still
 * name the ticket in the lead.
 */
const ownAnswer = ({ matterId: _with, leadTicketId: _led, ...said }: Data): Data => said;

const DATA: Partial<Record<EventType, (data: Data) => Data>> = {
  handedOver: successorIn,
  dispatched: holderIn,
  escalated: riseIn,
  answered: ownAnswer,
  rescheduled: movesIn,
};

const isInternal = ({ type, data }: LoggedEvent): boolean =>
  data['visibility'] === 'internal' ||
  ((type === 'lampChanged' || type === 'urged') && isInternalClock(data['kind'])) ||
  (type === 'rescheduled' && listIn(data, 'kinds').every(isInternalClock));
