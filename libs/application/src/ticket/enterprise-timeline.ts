import type { EventType } from '@zhuqi/domain';
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
};

/** Clocks of what is hidden itself. */
const INTERNAL_CLOCKS: readonly unknown[] = ['assist', 'supervise'];

/** The log as the enterprise may read it; its own words it always sees. */
export const forEnterprise = (events: readonly LoggedEvent[]): readonly LoggedEvent[] =>
  events.flatMap((event) => {
    const sight = isInternal(event) ? 'hidden' : SIGHT[event.type];
    if (sight === 'hidden') return [];
    const ownWords = event.actor.enterpriseId !== null;
    const seen = event.type === 'dispatched' ? { ...event, data: holderIn(event.data) } : event;
    return [sight === 'bare' && !ownWords ? { ...seen, texts: {} } : seen];
  });

/** Who assists, and that a request led here, are as hidden here as where they are told themselves. */
function holderIn({
  assistUnitIds: _who,
  because: _why,
  ...holder
}: LoggedEvent['data']): LoggedEvent['data'] {
  return holder;
}

const isInternal = ({ type, data }: LoggedEvent): boolean =>
  data['visibility'] === 'internal' || (type === 'lampChanged' && INTERNAL_CLOCKS.includes(data['kind']));
