import {
  CLOCK_EFFECT,
  mapMeasures,
  measuresOf,
  ruleOf,
  TIERS,
  type Action,
  type Change,
  type EventType,
  type Holding,
  type Ticket,
  type TicketEvent,
  type TicketStatus,
} from '@zhuqi/domain';
import type { TicketStory } from './ticket-stage';

type Leads = TicketStatus | 'same' | 'back' | ((event: TicketEvent) => TicketStatus);

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
  supervised: 'same',
  instructed: 'same',
  escalated: 'dispatched',
  lampChanged: 'same',
  answered: 'answered',
  confirmed: 'same',
  disputed: 'in_progress',
  closed: 'closed',
  withdrawn: 'withdrawn',
} as const satisfies Record<EventType, Leads>;

/** The status a log of events leads to. */
export function statusOf(events: readonly TicketEvent[]): TicketStatus {
  let status: TicketStatus = 'submitted';
  let before: TicketStatus = status;
  for (const event of events) {
    const leads: Leads = LEADS[event.type];
    if (leads === 'same') continue;
    const next: TicketStatus = leads === 'back' ? before : typeof leads === 'function' ? leads(event) : leads;
    if (next === 'need_info') before = status;
    status = next;
  }
  return status;
}

const HELD: readonly TicketStatus[] = ['dispatched', 'in_progress', 'need_info', 'suspended', 'answered'];
const WAITING: readonly TicketStatus[] = ['need_info', 'answered'];

/** Somebody holds it now: exactly then one hop is open. */
const isHeld = ({ status, dispatchedAt }: Ticket): boolean => HELD.includes(status) && dispatchedAt !== null;

function holdingFaults(ticket: Ticket): string[] {
  const { holdings } = ticket;
  const last: Holding | undefined = holdings.at(-1);
  const faults = holdings.flatMap((hop, index) => {
    const next = holdings[index + 1];
    const wrong = [];
    if (hop.ordinal !== index + 1) wrong.push(`hop ${index + 1} is numbered ${hop.ordinal}`);
    if (next !== undefined && hop.toAt !== next.fromAt) wrong.push(`a gap after hop ${hop.ordinal}`);
    return wrong;
  });
  const open = holdings.filter((hop) => hop.toAt === null).length;
  if (open !== (isHeld(ticket) ? 1 : 0)) faults.push(`${open} open hops in ${ticket.status}`);
  if (!isHeld(ticket) || last === undefined) return faults;
  const same = last.unitId === ticket.holderUnitId && last.personId === ticket.holderPersonId;
  if (!same || last.tier !== ticket.tier) faults.push('the open hop is not the holder’s');
  return faults;
}

function clockFaults(ticket: Ticket): string[] {
  const effect = CLOCK_EFFECT[ticket.status];
  const running = ticket.clocks.filter((clock) => clock.state === 'running').length;
  const paused = ticket.clocks.filter((clock) => clock.state === 'paused').length;
  const promises = ticket.clocks.filter((clock) => clock.kind === 'resolve').length;
  const faults: string[] = [];
  if (effect === 'idle' && ticket.clocks.length > 0) faults.push(`clocks in ${ticket.status}`);
  if (effect === 'running' && (running === 0 || paused > 0)) faults.push(`no clock runs in ${ticket.status}`);
  if (effect === 'paused' && running > 0) faults.push(`a clock runs in ${ticket.status}`);
  if (effect === 'stopped' && running + paused > 0) faults.push(`a clock lives in ${ticket.status}`);
  if (promises !== (ticket.dispatchedAt === null ? 0 : 1)) faults.push(`${promises} promises`);
  if (new Set(ticket.clocks.map((clock) => clock.id)).size !== ticket.clocks.length)
    faults.push('a clock twice');
  return faults;
}

function alarmFaults(ticket: Ticket): string[] {
  const faults: string[] = [];
  if ((ticket.wakeAt !== null) !== WAITING.includes(ticket.status)) faults.push(`wakes in ${ticket.status}`);
  if (ticket.escalateAt !== null && CLOCK_EFFECT[ticket.status] !== 'running') {
    faults.push(`rises in ${ticket.status}`);
  }
  if ((ticket.resumeStatus !== null) !== (ticket.status === 'need_info') && ticket.status !== 'withdrawn') {
    faults.push(`goes back to ${String(ticket.resumeStatus)} from ${ticket.status}`);
  }
  return faults;
}

function ledgerFaults({ ticket, ledger }: TicketStory): string[] {
  return [null, ...TIERS].flatMap((tier) => {
    const posted = mapMeasures((measure) =>
      ledger.filter((entry) => entry.tier === tier).reduce((sum, { measures }) => sum + measures[measure], 0),
    );
    const counted = tier === ticket.tier ? measuresOf(ticket) : mapMeasures(() => 0);
    const same = Object.entries(counted).every(([measure, value]) => posted[measure as 'open'] === value);
    return same ? [] : [`the ledger of tier ${String(tier)} is not what the ticket counts for`];
  });
}

/** Everything that must be true of a ticket whatever has happened to it; what is not, in words. */
export function faultsOf(story: TicketStory): string[] {
  const { ticket, events, escalations } = story;
  const faults = [
    ...holdingFaults(ticket),
    ...clockFaults(ticket),
    ...alarmFaults(ticket),
    ...ledgerFaults(story),
  ];
  const keys = escalations.map(({ round, fromTier, cause }) => `${round}:${fromTier}:${cause}`);
  if (new Set(keys).size !== keys.length) faults.push('an escalation twice');
  if (keys.join() !== ticket.escalationKeys.join()) faults.push('the keys are not those of the escalations');
  if (ticket.version !== events.length) faults.push(`v${ticket.version} after ${events.length} events`);
  if (statusOf(events) !== ticket.status)
    faults.push(`the log says ${statusOf(events)}, not ${ticket.status}`);
  for (const { seq } of escalations) {
    if (events[seq - 1]?.type !== 'escalated') faults.push(`escalation ${seq} is not that event`);
  }
  return faults;
}

/** Where an action may leave a ticket: where the table says, or one tier up, or at the triage desk. */
export function leadsWhereTheTableSays(action: Action, before: Ticket, change: Change): boolean {
  const { to } = ruleOf(action);
  const { status } = change.ticket;
  if (change.escalations.length > 0) return status === 'dispatched';
  if (change.ticket.triageReason !== null && action === 'route') return status === 'submitted';
  if (to === 'same') return status === before.status;
  return to === 'back' ? status === before.resumeStatus : status === to;
}
