import type { Actor } from '../../access';
import type { Places } from '../../responsibility/chain-of-responsibility';
import type { Instant } from '../../time';
import type { Channel, Severity, Urgency } from '../axes';
import type { Change } from '../change';
import type { EventData } from '../event-data';
import type { TicketItem } from '../item';
import type { Ticket } from '../ticket';

export interface SubmitInput {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly severity?: Severity;
  readonly urgency?: Urgency;
  readonly channel?: Channel;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly confidential?: boolean;
  readonly aboutPersonId?: string;
  /** A project of the enterprise: then its department and leader stand in the chain, and the figures count it apart. */
  readonly projectId?: string;
  /** A question list, made by `questionList`: every item is replied to on its own. */
  readonly items?: readonly TicketItem[];
}

/** The enterprise a ticket is about, with who answers for it today. */
export interface SubmitSubject {
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly industry: string;
  readonly chain: Places;
  /** The version of the district's calendar that holds today. */
  readonly calendarVersion: number;
}

const CHANNEL_OF_ROLE = [
  ['enterprise', 'enterprise'],
  ['liaison_officer', 'officer'],
  ['office_dispatcher', 'office'],
  ['district_leader', 'leader'],
  ['integrator', 'integrator'],
] as const;

/** Where a submission comes from; the 办不成事 window is the one other desk that a caller may name. */
export function channelOf(actor: Actor, wanted: Channel | undefined): Channel {
  const roles = actor.kind === 'person' ? actor.roles : [];
  const own = CHANNEL_OF_ROLE.find(([role]) => roles.includes(role))?.[1] ?? 'enterprise';
  return wanted === 'window' && own !== 'leader' ? 'window' : own;
}

/**
 * A problem is taken down. Logged by an officer it is accepted at once and waits for dispatch;
 * from anyone else it is submitted and routed from the queue.
 */
export function submit(subject: SubmitSubject, input: SubmitInput, actor: Actor, now: Instant): Change {
  const channel = channelOf(actor, input.channel);
  const logged = channel === 'officer';
  const ticket: Ticket = {
    ...UNTOUCHED,
    id: subject.id,
    number: subject.number,
    regionCode: subject.regionCode,
    enterpriseId: subject.enterpriseId,
    projectId: input.projectId ?? null,
    townshipId: subject.chain.townshipId,
    departmentId: subject.chain.departmentId,
    industry: subject.industry,
    officerId: subject.chain.officerId,
    leaderId: subject.chain.leaderId,
    submitterId: actor.id,
    aboutPersonId: input.aboutPersonId ?? null,
    status: logged ? 'accepted' : 'submitted',
    severity: input.severity ?? 'simple',
    urgency: input.urgency ?? 'normal',
    title: input.title,
    description: input.description,
    category: input.category,
    channel,
    confidential: input.confidential ?? false,
    contactName: input.contactName ?? null,
    contactPhone: input.contactPhone ?? null,
    submittedAt: now,
    collectedAt: logged ? now : null,
    calendarVersion: subject.calendarVersion,
    items: input.items ?? [],
  };
  const data = submittedData(ticket);
  return { ticket, events: [{ type: 'submitted', at: now, actor, data, texts: {} }], escalations: [] };
}

function submittedData(ticket: Ticket): EventData {
  const { enterpriseId, severity, urgency, category, channel, confidential, projectId, items } = ticket;
  return {
    ...{ enterpriseId, severity, urgency, category, channel, confidential },
    ...(projectId === null ? {} : { projectId }),
    ...(items.length === 0 ? {} : { items: items.length }),
  };
}

const UNTOUCHED = {
  version: 1,
  headHash: '',
  resumeStatus: null,
  mergedIntoId: null,
  mergedFrom: null,
  mergedAt: null,
  matterId: null,
  tier: null,
  round: 1,
  outcome: null,
  holderUnitId: null,
  holderPersonId: null,
  heldUnitIds: [],
  heldPersonIds: [],
  assistUnitIds: [],
  triageReason: null,
  dispatchedAt: null,
  tierSinceAt: null,
  answeredAt: null,
  closedAt: null,
  dispatchCount: 0,
  handDispatchCount: 0,
  disputeCount: 0,
  returnCount: 0,
  infoRound: null,
  firstContactOnTime: null,
  responsibleUnitId: null,
  route: null,
  result: null,
  verdict: null,
  policyVersion: null,
  handlingMinutes: 0,
  pausedMinutes: 0,
  reportedAt: null,
  reportAsked: false,
  rounds: [],
  overruns: [],
  escalationKeys: [],
  escalateAt: null,
  triggerAt: null,
  wakeAt: null,
  clocks: [],
  holdings: [],
  requests: [],
  assists: [],
  items: [],
  conferences: [],
  followUps: [],
  childIds: [],
} as const satisfies Partial<Ticket>;
