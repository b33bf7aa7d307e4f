import * as domain from '@zhuqi/domain';
import { stableUnitId, UNITS, type ReferenceUnitKind } from '../reference';
import type { SoloStep, StoryAct, StoryInputs, UnitKey } from './story-types';

type Ticket = domain.Ticket;
type Outcome = domain.Change | domain.Decision<domain.Change>;

/** What a step is decided by besides the ticket and its own input. */
export interface Prompt {
  readonly ctx: domain.Context;
  readonly standing: domain.Standing;
  /** Grounds on which a ticket can be rejected. */
  readonly grounds: readonly string[];
}

type SoloAct = SoloStep['act'];
type Play<A extends StoryAct> = (ticket: Ticket, input: StoryInputs[A], prompt: Prompt) => Outcome;

/** An act whose input the domain takes as it stands in the story. */
const plainly =
  <A extends SoloAct>(
    decide: (ticket: Ticket, input: StoryInputs[A], ctx: domain.Context) => Outcome,
  ): Play<A> =>
  (ticket, input, { ctx }) =>
    decide(ticket, input, ctx);

const TIER_OF_UNIT = {
  township: 2,
  department: 3,
  office: 4,
  city_office: 5,
} as const satisfies Record<ReferenceUnitKind, domain.Tier>;

function holderOf(key: UnitKey): domain.Holder {
  const unit = UNITS.find((each) => each.key === key);
  if (unit === undefined) throw new Error(`no unit ${key}`);
  return { tier: TIER_OF_UNIT[unit.kind], unitId: stableUnitId(key), personId: null };
}

const dispatch: Play<'dispatch'> = (ticket, { to, note }, { ctx, standing }) => {
  const tier = to === 'township' ? 2 : 3;
  const holder = domain.holderAt(ctx.chain, tier);
  if (holder === null) throw new Error(`nobody at tier ${String(tier)}`);
  return domain.dispatch(ticket, { holder, assistUnitIds: [], note }, standing, ctx);
};

const request: Play<'request'> = (ticket, { to, ...said }, { ctx }) =>
  domain.request(ticket, { ...said, ...(to === undefined ? {} : { to: holderOf(to) }) }, ctx);

const rule: Play<'rule'> = (ticket, input, { ctx }) => {
  const requestId = domain.pendingRequest(ticket.requests)?.id ?? '';
  return domain.rule(ticket, { ...input, requestId }, ctx);
};

const assist: Play<'assist'> = (ticket, { unit, ...asked }, { ctx }) =>
  domain.assist(ticket, { ...asked, unitId: stableUnitId(unit) }, ctx);

const PLAYS: { readonly [A in SoloAct]: Play<A> } = {
  dispatch,
  request,
  rule,
  assist,
  reject: (ticket, input, { ctx, grounds }) =>
    domain.reject(ticket, { ...input, knownGrounds: grounds }, ctx),
  claim: plainly<'claim'>((ticket, _input, ctx) => domain.claim(ticket, ctx)),
  contact: plainly<'contact'>(domain.contact),
  comment: plainly<'comment'>(domain.comment),
  escalate: plainly<'escalate'>(domain.escalate),
  requestInfo: plainly<'requestInfo'>(domain.requestInfo),
  supplyInfo: plainly<'supplyInfo'>(domain.supplyInfo),
  reply: plainly<'reply'>(domain.reply),
  defer: plainly<'defer'>(domain.defer),
  supplyDeferred: plainly<'supplyDeferred'>(domain.supplyDeferred),
  giveOpinion: plainly<'giveOpinion'>(domain.giveOpinion),
  report: plainly<'report'>(domain.report),
  answer: plainly<'answer'>(domain.answer),
  confirm: plainly<'confirm'>(domain.confirm),
  dispute: plainly<'dispute'>(domain.dispute),
  close: plainly<'close'>(domain.close),
  reopen: plainly<'reopen'>(domain.reopen),
  urge: plainly<'urge'>(domain.urge),
  instruct: plainly<'instruct'>(domain.instruct),
  supervise: plainly<'supervise'>(domain.supervise),
  withdraw: plainly<'withdraw'>(domain.withdraw),
};

/** What the domain makes of a step on one ticket. */
export const playSolo = (step: SoloStep, ticket: Ticket, prompt: Prompt): Outcome =>
  // The table holds for every act the play that takes its input; the compiler cannot pair the two unions.
  PLAYS[step.act](ticket, step.input as never, prompt);
