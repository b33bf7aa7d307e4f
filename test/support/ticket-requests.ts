import type { Holder } from '@zhuqi/domain';
import { november } from './november';
import type { CastName } from './ticket-cast';
import { routed, type Inputs, type Said, type Terms, type TicketStory } from './ticket-stage';

type Asked = Inputs['request'];

const MONDAY = november('02T09:00');

export const unit = (tier: Holder['tier'], unitId: string): Holder => ({ tier, unitId, personId: null });

export const extension = (newDueOn: string): Asked => ({ kind: 'extension', reason: '设备待外购', newDueOn });
export const suspension = (reviewOn: string): Asked => ({
  kind: 'suspension',
  reason: '待上级批复',
  reviewOn,
});
export const returnTo = (to: Holder): Asked => ({
  ...{ kind: 'return', reason: '非本单位职责', basis: '三定方案第五条' },
  to,
});
export const downgrade = (to: Pick<Asked, 'to' | 'toSeverity'> = {}): Asked => ({
  ...{ kind: 'downgrade', reason: '情况简单' },
  ...to,
});

/** A simple problem, claimed by the officer at ten on Monday the 2nd; due on the 11th at closing. */
export const atOfficer = (said: Said = {}, terms?: Terms): TicketStory =>
  routed(MONDAY, said, terms).take('claim', 'officer', november('02T10:00'));

/** A complex problem, claimed at the township at ten on Monday the 2nd; due on the 23rd at closing. */
export const atTownship = (said: Said = {}, terms?: Terms): TicketStory =>
  routed(MONDAY, { severity: 'complex', ...said }, terms).take('claim', 'township', november('02T10:00'));

/** What is waiting is ruled on. */
export function ruled(story: TicketStory, approved: boolean, by: CastName, at: string): TicketStory {
  const requestId = story.ticket.requests.at(-1)?.id ?? 'none';
  return story.take('rule', by, november(at), { requestId, approved, note: approved ? '同意' : '继续办理' });
}
