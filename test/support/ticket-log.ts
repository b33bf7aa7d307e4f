import type { EventType, TicketEvent, TicketStatus } from '@zhuqi/domain';

/** `back`: to where it stood before it last began to wait or went along with another ticket. */
type Leads = TicketStatus | 'same' | 'back' | ((event: TicketEvent, status: TicketStatus) => TicketStatus);

/** What each event says about the status: the log alone must be enough to know where a ticket stands. */
const LEADS = {
  submitted: ({ data }) => (data['channel'] === 'officer' ? 'accepted' : 'submitted'),
  accepted: 'accepted',
  rejected: 'rejected',
  routed: 'dispatched',
  triaged: 'same',
  dispatched: 'dispatched',
  claimed: 'in_progress',
  contacted: 'same',
  infoRequested: 'need_info',
  infoSupplied: 'back',
  infoLapsed: 'back',
  commented: 'same',
  urged: 'same',
  reminded: 'same',
  supervised: 'same',
  instructed: 'same',
  escalated: 'dispatched',
  lampChanged: 'same',
  answered: 'answered',
  confirmed: 'same',
  disputed: 'in_progress',
  closed: 'closed',
  withdrawn: 'withdrawn',
  itemsPlanned: 'same',
  itemsReplied: 'same',
  itemOverdue: 'same',
  deferred: 'same',
  deferredSupplied: 'same',
  assistAsked: 'same',
  opinionGiven: 'same',
  assistReleased: 'same',
  conferenceConvened: 'same',
  conferenceConcluded: 'same',
  conferenceCancelled: 'same',
  conferenceLapsed: 'same',
  followUpFinished: 'same',
  followUpsReassigned: 'same',
  followUpOverdue: 'same',
  requested: 'same',
  recalled: 'same',
  // An approval moves nothing by itself: the event it leads to follows and says where.
  ruled: 'same',
  rulingDue: 'same',
  requestLapsed: 'same',
  extended: 'same',
  severityLowered: 'same',
  suspended: 'suspended',
  resumed: 'in_progress',
  reported: 'same',
  reopened: 'in_progress',
  merged: 'merged',
  unmerged: 'back',
  childMerged: 'same',
  childUnmerged: 'same',
  parentAdvanced: 'same',
  // What is being worked on is claimed anew when another unit goes on with it; a new person simply goes on.
  handedOver: ({ data }, status) =>
    data['cause'] !== 'post' && (status === 'dispatched' || status === 'in_progress') ? 'dispatched' : status,
  rescheduled: 'same',
  joinedMatter: 'same',
  leftMatter: 'same',
} as const satisfies Record<EventType, Leads>;

const LEFT_TO_COME_BACK: readonly TicketStatus[] = ['need_info', 'merged'];

/** The status a log of events leads to. */
export function statusOf(events: readonly TicketEvent[]): TicketStatus {
  let status: TicketStatus = 'submitted';
  const left: TicketStatus[] = [];
  for (const event of events) {
    const leads: Leads = LEADS[event.type];
    if (leads === 'same') continue;
    const next: TicketStatus =
      leads === 'back'
        ? (left.pop() ?? 'submitted')
        : typeof leads === 'function'
          ? leads(event, status)
          : leads;
    if (next === status) continue;
    if (leads !== 'back' && LEFT_TO_COME_BACK.includes(next)) left.push(status);
    status = next;
  }
  return status;
}
