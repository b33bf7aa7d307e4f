import * as domain from '@zhuqi/domain';
import type { Change, Context, Standing, Ticket } from '@zhuqi/domain';
import type { Directory } from '../ports/directory';
import type { HandoverDesk } from '../ports/handover-desk';
import type { RuleBook } from '../ports/rule-book';
import { complaintHolder } from '../handover/complaint-holder';
import { valueOf } from '../refused';
import type { ActionInputs, PersonAction } from './action-inputs';
import { conclude, convene, type Conferring } from './confer';
import { afterDissolution } from './after-dissolution';
import { assistingUnit, chosenHolder, namedHolder, unitWithin, type Reach } from './chosen-holder';

export interface Briefing {
  readonly ctx: Context;
  readonly standing: Standing;
  readonly directory: Directory;
  readonly rules: RuleBook;
  readonly handovers: HandoverDesk;
  readonly taskForces: Reach['taskForces'];
}

type Decide<A extends PersonAction> = (
  ticket: Ticket,
  input: ActionInputs[A],
  briefing: Briefing,
) => Promise<Change>;

/** A decision that needs nothing but the ticket, the input and the context. */
const now =
  <A extends PersonAction>(
    decide: (ticket: Ticket, input: ActionInputs[A], ctx: Context) => Change | domain.Decision<Change>,
  ): Decide<A> =>
  (ticket, input, { ctx }) =>
    Promise.resolve(changeOf(decide(ticket, input, ctx)));

const changeOf = (decided: Change | domain.Decision<Change>): Change =>
  'ok' in decided ? valueOf(decided) : decided;

const reachOf = ({ ctx, directory, taskForces }: Briefing): Reach => ({
  directory,
  taskForces,
  cityOfficeId: ctx.chain.cityOfficeId,
});

const dispatch: Decide<'dispatch'> = async (ticket, input, briefing) => {
  const chosen = await chosenHolder(ticket, input, reachOf(briefing));
  return valueOf(domain.dispatch(ticket, chosen, briefing.standing, briefing.ctx));
};

const reject: Decide<'reject'> = async (ticket, input, { ctx, rules }) =>
  valueOf(domain.reject(ticket, { ...input, knownGrounds: await rules.rejectionGrounds() }, ctx));

const answer: Decide<'answer'> = async (ticket, input, briefing) => {
  const { responsibleUnitId } = input;
  if (responsibleUnitId !== undefined) {
    await unitWithin(reachOf(briefing), ticket, responsibleUnitId, '/responsibleUnitId');
  }
  return valueOf(domain.answer(ticket, input, briefing.ctx));
};

const assist: Decide<'assist'> = async (ticket, input, briefing) => {
  await assistingUnit(ticket, input.unitId, reachOf(briefing));
  return valueOf(domain.assist(ticket, input, briefing.ctx));
};

const request: Decide<'request'> = async (ticket, { toUnitId, ...said }, briefing) => {
  // What stands in its way (409) is told before a unit that does not exist (422).
  valueOf(domain.requestHindrance(said.kind, ticket, briefing.ctx) ?? domain.accepted(true));
  const to = toUnitId === undefined ? {} : { to: await namedHolder(ticket, toUnitId, reachOf(briefing)) };
  return valueOf(domain.request(ticket, { ...said, ...to }, briefing.ctx));
};

const conferring = (briefing: Briefing): Conferring => ({
  ...reachOf(briefing),
  ctx: briefing.ctx,
  standing: briefing.standing,
});

/** What somebody held who has given its post away since goes to whom that post has come to. */
const reopen: Decide<'reopen'> = async (ticket, input, briefing) => {
  const { ctx, directory, handovers } = briefing;
  const reopened = valueOf(domain.reopen(ticket, input, ctx));
  const change = await afterDissolution(reopened, ctx, reachOf(briefing));
  const last = ticket.holdings.at(-1);
  const fromPersonId = last?.personId ?? null;
  if (fromPersonId === null) return change;
  const succession = await handovers.successorOf(fromPersonId, last?.toAt ?? ctx.now);
  if (succession === null || succession.toPersonId === fromPersonId) return change;
  const complaintsTo = await complaintHolder(directory, ctx.chain, [succession.toPersonId, fromPersonId]);
  const passed = valueOf(
    domain.handOverPost(change.ticket, { fromPersonId, complaintsTo, ...succession }, ctx),
  );
  return { ...passed, events: [...change.events, ...passed.events] };
};

/** One row per action; an action that people take, without its decision, does not compile. */
export const DECISIONS: { readonly [A in PersonAction]: Decide<A> } = {
  accept: now(domain.accept),
  reject,
  dispatch,
  claim: now((ticket, _input, ctx) => domain.claim(ticket, ctx)),
  contact: now(domain.contact),
  requestInfo: now(domain.requestInfo),
  supplyInfo: now(domain.supplyInfo),
  reply: now(domain.reply),
  planItems: now(domain.planItems),
  defer: now(domain.defer),
  supplyDeferred: now(domain.supplyDeferred),
  assist,
  giveOpinion: now(domain.giveOpinion),
  release: now(domain.release),
  convene: (ticket, input, briefing) => convene(ticket, input, conferring(briefing)),
  conclude: (ticket, input, briefing) => conclude(ticket, input, conferring(briefing)),
  cancelConference: now(domain.cancelConference),
  finishFollowUp: now(domain.finishFollowUp),
  request,
  recall: now((ticket, _input, ctx) => domain.recall(ticket, ctx)),
  rule: now(domain.rule),
  resume: now(domain.resume),
  report: now(domain.report),
  answer,
  confirm: now(domain.confirm),
  dispute: now(domain.dispute),
  close: now(domain.close),
  reopen,
  escalate: now(domain.escalate),
  withdraw: now(domain.withdraw),
  urge: now(domain.urge),
  supervise: now(domain.supervise),
  instruct: now(domain.instruct),
  comment: now(domain.comment),
};
