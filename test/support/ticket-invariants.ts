import {
  CLOCK_EFFECT,
  figuresOf,
  isOneOf,
  mapFigures,
  outstanding,
  REQUEST_RULES,
  ruleOf,
  TIERS,
  type Action,
  type Change,
  type Figures,
  type Holding,
  type Ticket,
  type TicketStatus,
} from '@zhuqi/domain';
import { timeFaults } from './ticket-accounts';
import { statusOf } from './ticket-log';
import type { TicketStory } from './ticket-stage';

const HELD: readonly TicketStatus[] = ['dispatched', 'in_progress', 'need_info', 'suspended', 'answered'];
const WAITING: readonly TicketStatus[] = ['need_info', 'suspended', 'answered'];
const ASKING: readonly TicketStatus[] = ['dispatched', 'in_progress', 'need_info', 'suspended'];

/** Where a ticket stands, or stood when it was merged: everything of it but its clocks stays as it was then. */
const standsIn = ({ status, mergedFrom }: Ticket): TicketStatus =>
  status === 'merged' ? (mergedFrom ?? status) : status;

/** Somebody holds it now: exactly then one hop is open. */
const isHeld = (ticket: Ticket): boolean => HELD.includes(standsIn(ticket)) && ticket.dispatchedAt !== null;

/** While a ticket was closed nobody held it: only before a reopening may there be time between two hops. */
const reopenedAt = ({ rounds }: Ticket, at: number): boolean =>
  rounds.some(({ opened, from }) => opened === 'reopen' && from === at);

function holdingFaults(ticket: Ticket): string[] {
  const { holdings } = ticket;
  const last: Holding | undefined = holdings.at(-1);
  const faults = holdings.flatMap((hop, index) => {
    const next = holdings[index + 1];
    const wrong = [];
    if (hop.ordinal !== index + 1) wrong.push(`hop ${index + 1} is numbered ${hop.ordinal}`);
    if (next !== undefined && hop.toAt !== next.fromAt && !reopenedAt(ticket, next.fromAt))
      wrong.push(`a gap after hop ${hop.ordinal}`);
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
  const other = ticket.clocks.filter(
    ({ state, calendarVersion }) => state !== 'stopped' && calendarVersion !== ticket.calendarVersion,
  );
  if (other.length > 0) faults.push(`${other.length} clocks on another calendar`);
  if (new Set(ticket.clocks.map((clock) => clock.id)).size !== ticket.clocks.length)
    faults.push('a clock twice');
  return faults;
}

function alarmFaults(ticket: Ticket): string[] {
  const faults: string[] = [];
  const stands = standsIn(ticket);
  if ((ticket.wakeAt !== null) !== WAITING.includes(stands)) faults.push(`wakes in ${ticket.status}`);
  if (ticket.escalateAt !== null && CLOCK_EFFECT[ticket.status] !== 'running') {
    faults.push(`rises in ${ticket.status}`);
  }
  if ((ticket.resumeStatus !== null) !== (stands === 'need_info') && ticket.status !== 'withdrawn') {
    faults.push(`goes back to ${String(ticket.resumeStatus)} from ${ticket.status}`);
  }
  const merging = [ticket.mergedIntoId, ticket.mergedFrom, ticket.mergedAt].filter((each) => each !== null);
  if (merging.length !== (ticket.status === 'merged' ? 3 : 0)) faults.push('half a merge');
  return faults;
}

/** At most one request waits, of whom holds it now; who assists is on the list; the last round is the present one. */
function askedFaults(ticket: Ticket): string[] {
  const faults: string[] = [];
  const pending = ticket.requests.filter(({ state }) => state === 'pending');
  const hop = ticket.holdings.find(({ toAt }) => toAt === null)?.ordinal;
  if (pending.length > 1) faults.push('two requests wait');
  if (pending.some((request) => request.hop !== hop || !ASKING.includes(ticket.status))) {
    faults.push(`a request waits in ${ticket.status}`);
  }
  if (ticket.requests.some(({ state, ruledAt }) => (state === 'pending') !== (ruledAt === null))) {
    faults.push('a request has ended without a time');
  }
  const waiting = outstanding(ticket.assists).map(({ unitId }) => unitId);
  if (waiting.some((unitId) => !ticket.assistUnitIds.includes(unitId))) faults.push('a stranger assists');
  if (new Set(waiting).size !== waiting.length) faults.push('a unit assists twice');
  const rounds = ticket.rounds.map(({ number }) => number).join();
  const expected = Array.from({ length: ticket.round }, (_, index) => index + 1).join();
  if (rounds !== (ticket.dispatchedAt === null ? '' : expected)) faults.push(`rounds ${rounds}`);
  return faults;
}

/** A ticket's life, as far as it is examined. */
export type Life = Pick<TicketStory, 'ticket' | 'events' | 'escalations' | 'ledger' | 'calendar'>;

function ledgerFaults({ ticket, ledger }: Life): string[] {
  return [null, ...TIERS].flatMap((tier) => {
    const posted = mapFigures((figure) =>
      ledger.filter((entry) => entry.tier === tier).reduce((sum, { figures }) => sum + figures[figure], 0),
    );
    const counted = tier === ticket.tier ? figuresOf(ticket) : mapFigures(() => 0);
    const same = Object.entries(counted).every(
      ([figure, value]) => posted[figure as keyof Figures] === value,
    );
    return same ? [] : [`the ledger of tier ${String(tier)} is not what the ticket counts for`];
  });
}

/** Everything that must be true of a ticket whatever has happened to it; what is not, in words. */
export function faultsOf(story: Life, at = story.events.at(-1)?.at ?? 0): string[] {
  const { ticket, events, escalations } = story;
  const faults = [
    ...holdingFaults(ticket),
    ...clockFaults(ticket),
    ...alarmFaults(ticket),
    ...askedFaults(ticket),
    ...ledgerFaults(story),
    ...timeFaults(ticket, (version) => story.calendar(version), at),
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
  for (const { ordinal, seq } of ticket.holdings) {
    if (!BEGINS_A_HOP.includes(events[seq - 1]?.type ?? '')) faults.push(`hop ${ordinal} began by nothing`);
  }
  return faults;
}

const BEGINS_A_HOP: readonly string[] = [
  'routed',
  'dispatched',
  'escalated',
  'reopened',
  'answered',
  'handedOver',
];

/** Where an action may leave a ticket: where the table says, or one tier up, or at the triage desk. */
export function leadsWhereTheTableSays(action: Action, before: Ticket, change: Change): boolean {
  const { to } = ruleOf(action);
  const { status } = change.ticket;
  if (change.escalations.length > 0) return status === 'dispatched';
  if (change.ticket.triageReason !== null && action === 'route') return status === 'submitted';
  if (to === 'same') return status === before.status;
  if (to === 'back') return status === (before.mergedFrom ?? before.resumeStatus);
  return to === 'ruled' ? isOneOf([before.status, ...ruledTo(change)], status) : status === to;
}

/** Where the approval of a request leads; nowhere when it was refused. */
function ruledTo({ events }: Change): TicketStatus[] {
  const ruled = events.find(({ type }) => type === 'ruled');
  const kind = Object.keys(REQUEST_RULES).find((each) => each === ruled?.data['kind']);
  if (kind === undefined || ruled?.data['approved'] !== true) return [];
  const { to } = REQUEST_RULES[kind as keyof typeof REQUEST_RULES];
  return to === 'same' ? [] : [to];
}
