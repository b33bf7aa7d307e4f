import { accepted, refused, type Declined } from '../../decision';
import { dueAfter, dueUnder } from '../../sla';
import type { Instant } from '../../time';
import { record } from '../change';
import { extendClocks } from '../clockwork';
import { closingOf, closingOfDay } from '../days';
import { legOf, promiseOf, type Ticket, type TicketClock } from '../ticket';
import type { RequestProcedure, Terms } from './kind';

/** 延期: asked in good time, once (a second time only a leader rules), within the severity's cap. */
export const EXTENSION: RequestProcedure = {
  takes: ['basis', 'evidence', 'newDueOn'],
  hindrances: (ticket, ctx) => {
    const usedUp = extensionsGranted(ticket) > ctx.policy.mostExtensions;
    return [
      ...tooLate(ticket, ctx),
      ...(atCap(ticket, ctx) ? [refused('extension.at_cap', '办结时限已达延期上限，请按期办理')] : []),
      ...(usedUp ? [refused('extension.used_up', '延期次数已用完，请按期办理')] : []),
    ];
  },
  objection: (ticket, { newDueOn }, ctx) => {
    if (newDueOn === undefined) return refused('request.due_required', '请写明延期到哪一天', '/newDueOn');
    const promise = promiseOf(ticket);
    const dueAt = closingOf(newDueOn, ctx);
    if (dueAt === null || promise === null || dueAt <= promise.dueAt) {
      return refused('extension.due_on', '新的期限应为原期限之后一年内的工作日', '/newDueOn');
    }
    return beyondCap(ticket, promise, dueAt, ctx);
  },
  approve: (change, { newDueOn }, ctx) => {
    const { ticket } = change;
    const promise = promiseOf(ticket);
    // A ruling that comes late still grants the day that was asked for in time.
    const dueAt = newDueOn === null ? null : closingOfDay(newDueOn, ctx.calendar);
    if (promise === null || newDueOn === null || dueAt === null || dueAt <= promise.dueAt) {
      return refused('request.overtaken', '办结时限已因暂停顺延到申请的期限之后，无需再延期');
    }
    const extended = extendClocks(ticket, [promise.id, legOf(ticket)?.id], dueAt, ctx);
    const data = { fromDueOn: ctx.calendar.dayOf(promise.dueAt), toDueOn: newDueOn, dueAt };
    return accepted(record({ ...change, ticket: extended }, ctx, 'extended', { data }));
  },
};

function tooLate(ticket: Ticket, { now, policy, calendar }: Terms): readonly Declined[] {
  const promise = promiseOf(ticket);
  if (promise === null) return [refused('extension.no_promise', '办结时限尚未起算')];
  if (now >= promise.dueAt) return [refused('extension.after_due', '已超过办结时限，不能再申请延期')];
  // By the day: what a pause has moved to eleven o'clock is due on that day like any other.
  return calendar.dayOf(dueAfter(policy.extensionNotice, now, calendar)) > calendar.dayOf(promise.dueAt)
    ? [refused('extension.too_late', '延期须至少提前 1 个工作日申请（以政策为准）')]
    : [];
}

export const extensionsGranted = ({ requests }: Ticket): number =>
  requests.filter(({ kind, state }) => kind === 'extension' && state === 'approved').length;

/** The latest the promise may fall due with an extension; null where the severity sets no cap. */
function latestOf(ticket: Ticket, promise: TicketClock, { policy, calendar }: Terms): Instant | null {
  const { cap } = policy.bySeverity[ticket.severity];
  return cap === null ? null : dueUnder(cap, promise, calendar);
}

function atCap(ticket: Ticket, terms: Terms): boolean {
  const promise = promiseOf(ticket);
  const latest = promise === null ? null : latestOf(ticket, promise, terms);
  return promise !== null && latest !== null && latest <= promise.dueAt;
}

function beyondCap(ticket: Ticket, promise: TicketClock, dueAt: Instant, terms: Terms): Declined | null {
  const latest = latestOf(ticket, promise, terms);
  return latest !== null && dueAt > latest
    ? refused('extension.beyond_cap', `延期后最迟不超过 ${terms.calendar.dayOf(latest)}`, '/newDueOn')
    : null;
}
