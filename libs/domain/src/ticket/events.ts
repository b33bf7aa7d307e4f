import type { Actor } from '../access';
import type { Instant } from '../time';

/** Everything that can happen to a ticket: past tense, ids and values, never personal data. */
export const EVENT_TYPES = [
  'submitted',
  'accepted',
  'rejected',
  'routed',
  'triaged',
  'dispatched',
  'claimed',
  'contacted',
  'infoRequested',
  'infoSupplied',
  'infoLapsed',
  'commented',
  'urged',
  'reminded',
  'supervised',
  'instructed',
  'escalated',
  'lampChanged',
  'answered',
  'confirmed',
  'disputed',
  'closed',
  'withdrawn',
  'itemsPlanned',
  'itemsReplied',
  'itemOverdue',
  'deferred',
  'deferredSupplied',
  'assistAsked',
  'opinionGiven',
  'assistReleased',
  'conferenceConvened',
  'conferenceConcluded',
  'conferenceCancelled',
  'conferenceLapsed',
  'followUpFinished',
  'followUpOverdue',
  'followUpsReassigned',
  'requested',
  'recalled',
  'ruled',
  'rulingDue',
  'requestLapsed',
  'extended',
  'severityLowered',
  'suspended',
  'resumed',
  'reported',
  'reopened',
  'merged',
  'unmerged',
  'childMerged',
  'childUnmerged',
  'parentAdvanced',
  'joinedMatter',
  'leftMatter',
  'handedOver',
  'rescheduled',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Why a holder gave a ticket away with everything else: data `cause` of `handedOver`. */
export const HANDOVER_CAUSES = ['post', 'complaint', 'dissolution'] as const;
export type HandoverCause = (typeof HANDOVER_CAUSES)[number];

export type EventValue = string | number | boolean | null | readonly string[];

export interface TicketEvent {
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: Actor;
  /** Hashed as it stands: ids and values. */
  readonly data: Readonly<Record<string, EventValue>>;
  /** What people wrote; stored apart so that it can be erased, present in the hash as a salted digest only. */
  readonly texts: Readonly<Record<string, string>>;
}
