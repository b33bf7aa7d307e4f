import { accepted, refused, type Declined } from '../../decision';
import { dueAfter, pausesUntil } from '../../sla';
import type { Instant } from '../../time';
import { alter, record } from '../change';
import { pauseClocks } from '../clockwork';
import type { Context } from '../context';
import { openingOf } from '../days';
import { notedPause } from '../near-due';
import { promiseOf, type Ticket } from '../ticket';
import type { RequestProcedure, Terms } from './kind';

/** 挂起: until a review date at which it ends by itself, all suspensions of a ticket together within the cap. */
export const SUSPENSION: RequestProcedure = {
  takes: ['basis', 'evidence', 'reviewOn'],
  hindrances: (ticket, ctx) =>
    timeLeft(ticket, ctx) > 0 ? [] : [refused('suspension.used_up', '挂起时间已达上限，不能再申请挂起')],
  objection: (ticket, { reviewOn }, ctx) => {
    if (reviewOn === undefined) return refused('request.review_required', '请写明复核日期', '/reviewOn');
    const reviewAt = openingOf(reviewOn, ctx);
    if (reviewAt === null) {
      return refused('suspension.review_on', '复核日期应为今天以后一年内的工作日', '/reviewOn');
    }
    return beyondCap(ticket, reviewAt, ctx);
  },
  approve: (change, { reviewOn }, ctx) => {
    const reviewAt = reviewOn === null ? null : openingOf(reviewOn, ctx);
    if (reviewAt === null) return refused('request.overtaken', '申请的复核日期已到，无需再挂起');
    const over = beyondCap(change.ticket, reviewAt, ctx);
    if (over !== null) return over;
    const suspended = alter(
      { ...change, ticket: pauseClocks(notedPause(change.ticket, ctx), 'suspended', ctx) },
      { status: 'suspended', wakeAt: reviewAt },
    );
    return accepted(record(suspended, ctx, 'suspended', { data: { reviewOn } }));
  },
};

/** Open milliseconds a suspension that begins now may last at most. */
function timeLeft(ticket: Ticket, { policy, now, calendar }: Terms): number {
  const promise = promiseOf(ticket);
  const used = (promise === null ? [] : pausesUntil(promise, now))
    .filter(({ reason }) => reason === 'suspended')
    .reduce((sum, { from, to }) => sum + calendar.elapsed(from, to), 0);
  return calendar.elapsed(now, dueAfter(policy.suspensionCap, now, calendar)) - used;
}

function beyondCap(ticket: Ticket, reviewAt: Instant, ctx: Context): Declined | null {
  const { calendar, now } = ctx;
  const left = timeLeft(ticket, ctx);
  if (calendar.elapsed(now, reviewAt) <= left) return null;
  const latest = calendar.dayOf(calendar.addTime(now, Math.max(left, 0)));
  return refused('suspension.beyond_cap', `复核日期最迟为 ${latest}`, '/reviewOn');
}
