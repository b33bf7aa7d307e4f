import { accepted, refused, type Decision } from '../../decision';
import { DAY_MS, type Instant } from '../../time';
import { addedAll } from '../added';
import { isOneOf } from '../axes';
import { alter, record, unchanged, type Change } from '../change';
import { convenes, NOT_CONVENER, plannedConferences, type Conference } from '../conference';
import type { Context } from '../context';
import type { Standing } from '../lifecycle';
import { standingsOf } from '../standing';
import type { Ticket } from '../ticket';
import { followUpsOf, type FollowUpInput } from './follow-up';

export interface ConveneInput {
  readonly subject: string;
  readonly heldAt: Instant;
  readonly place?: string;
  readonly unitIds?: readonly string[];
  readonly personIds?: readonly string[];
  /** Who is invited from outside, by name. */
  readonly guests?: readonly string[];
}

/** Those who are needed are called together; from now on they may read the ticket. */
export function convene(
  ticket: Ticket,
  input: ConveneInput,
  standing: Standing,
  ctx: Context,
): Decision<Change> {
  const { subject, heldAt, place, unitIds = [], personIds = [], guests = [] } = input;
  if (unitIds.length + personIds.length + guests.length === 0) {
    return refused('conference.nobody_invited', '请至少邀请一个单位或一名人员', '/unitIds');
  }
  const { now } = ctx;
  if (heldAt < ticket.submittedAt || heldAt > now + FARTHEST_DAYS * DAY_MS) {
    return refused('conference.held_at', '会商时间应在诉求提交之后、一年以内', '/heldAt');
  }
  const conference: Conference = {
    ...{ ordinal: ticket.conferences.length + 1, state: 'planned', round: ticket.round, subject, heldAt },
    ...{ place: place ?? null, unitIds, personIds, guests },
    ...{ convenedAt: now, convenedById: ctx.actor.id, convenedAs: standing },
    ...{ endedAt: null, endedById: null, minutes: null, decision: null, reason: null },
  };
  const change = alter(unchanged(ticket), {
    conferences: [...ticket.conferences, conference],
    ...readers(ticket, unitIds, personIds),
  });
  const named = guests.length === 0 ? {} : { guests: guests.join('、') };
  return accepted(
    record(change, ctx, 'conferenceConvened', {
      data: { ...partiesOf(conference), heldAt },
      texts: { subject, ...(place === undefined ? {} : { place }), ...named },
    }),
  );
}

const FARTHEST_DAYS = 366;

/** Who takes part, or has something to do, may read what about. */
const readers = (ticket: Ticket, unitIds: readonly string[], personIds: readonly string[]) => ({
  heldUnitIds: addedAll(ticket.heldUnitIds, unitIds),
  heldPersonIds: addedAll(ticket.heldPersonIds, personIds),
});

/** Which conference it was, and who was to take part: they hear of it. */
const partiesOf = ({ ordinal, unitIds, personIds }: Conference) => ({
  conference: ordinal,
  unitIds,
  personIds,
});

export interface ConcludeInput {
  /** The conference's number. */
  readonly conference: number;
  readonly minutes: string;
  readonly decision: string;
  readonly followUps?: readonly FollowUpInput[];
}

/** What was said and decided, and who does what until when. */
export function conclude(ticket: Ticket, input: ConcludeInput, ctx: Context): Decision<Change> {
  const found = heldConference(ticket, input.conference, ctx);
  if (!found.ok) return found;
  const conference = found.value;
  const made = followUpsOf(ticket, conference.ordinal, input.followUps ?? [], ctx);
  if (!made.ok) return made;
  const followUps = made.value;
  const { minutes, decision } = input;
  const unitIds = addedAll(conference.unitIds, idsOf(followUps.map(({ unitId }) => unitId)));
  const personIds = addedAll(conference.personIds, idsOf(followUps.map(({ personId }) => personId)));
  const change = alter(ended(ticket, conference, { state: 'concluded', minutes, decision }, ctx), {
    followUps: [...ticket.followUps, ...followUps],
    ...readers(ticket, unitIds, personIds),
  });
  const words = Object.fromEntries(
    followUps.map(({ ordinal, what }) => [`followUp${String(ordinal)}`, what]),
  );
  const data = {
    ...{ conference: conference.ordinal, unitIds, personIds },
    followUps: followUps.map(({ ordinal }) => String(ordinal)),
    dueOn: followUps.map(({ dueOn }) => dueOn),
  };
  return accepted(
    record(change, ctx, 'conferenceConcluded', { data, texts: { minutes, decision, ...words } }),
  );
}

const idsOf = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);

export interface CancelConferenceInput {
  readonly conference: number;
  readonly reason: string;
}

/** It will not take place; whoever was invited hears of it. */
export function cancelConference(
  ticket: Ticket,
  { conference: ordinal, reason }: CancelConferenceInput,
  ctx: Context,
): Decision<Change> {
  const found = plannedFor(ticket, ordinal, ctx);
  if (!found.ok) return found;
  const change = ended(ticket, found.value, { state: 'cancelled', reason }, ctx);
  const data = partiesOf(found.value);
  return accepted(record(change, ctx, 'conferenceCancelled', { data, texts: { reason } }));
}

const ENDS_CONFERENCES = ['closed', 'rejected', 'withdrawn'] as const;

/** Nothing is left to confer about once the ticket is at an end. */
export function lapseConferences(change: Change, ctx: Context): Change {
  if (!isOneOf(ENDS_CONFERENCES, change.ticket.status)) return change;
  return plannedConferences(change.ticket.conferences).reduce((next, conference) => {
    const lapsed = ended(next.ticket, conference, { state: 'lapsed' }, ctx);
    const data = partiesOf(conference);
    return record({ ...next, ticket: lapsed.ticket }, ctx, 'conferenceLapsed', { data });
  }, change);
}

type End = Partial<Pick<Conference, 'minutes' | 'decision' | 'reason'>> & Pick<Conference, 'state'>;

function ended(ticket: Ticket, conference: Conference, how: End, { now, actor }: Context): Change {
  const after = { ...conference, ...how, endedAt: now, endedById: actor.id };
  const conferences = ticket.conferences.map((each) => (each === conference ? after : each));
  return alter(unchanged(ticket), { conferences });
}

/** The conference that can be concluded now: asked before anybody named in what it decided is looked for. */
export function heldConference(ticket: Ticket, ordinal: number, ctx: Context): Decision<Conference> {
  const found = plannedFor(ticket, ordinal, ctx);
  return found.ok && found.value.heldAt > ctx.now
    ? refused('conference.not_held_yet', '会商尚未召开，不能录入纪要', '/conference')
    : found;
}

/** A conference that is still to take place, in the hands of whoever stands to the ticket as its convener did, or the office. */
function plannedFor(ticket: Ticket, ordinal: number, { actor }: Context): Decision<Conference> {
  const conference = plannedConferences(ticket.conferences).find((each) => each.ordinal === ordinal);
  if (conference === undefined) {
    return refused('conference.unknown', '没有这一次待召开的会商', '/conference');
  }
  return convenes(standingsOf(actor, ticket), conference) ? accepted(conference) : NOT_CONVENER;
}
