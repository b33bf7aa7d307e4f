import * as domain from '@zhuqi/domain';
import { districtCalendar } from './november';
import { districtChain, districtPolicy } from './ticket-cast';

type Ticket = domain.Ticket;
type Change = domain.Change;

/** What each action is given; `merge` and `unmerge` also need the other ticket. */
export interface Inputs {
  readonly accept: domain.AcceptInput;
  readonly reject: domain.RejectInput;
  readonly route: object;
  readonly dispatch: domain.DispatchInput;
  readonly claim: object;
  readonly contact: { readonly means: domain.ContactMeans; readonly note: string };
  readonly requestInfo: { readonly items: readonly string[] };
  readonly supplyInfo: { readonly text: string };
  readonly lapseInfo: object;
  readonly reply: { readonly replies: readonly domain.ItemReply[] };
  readonly planItems: { readonly plan: readonly domain.ItemPlan[] };
  readonly defer: domain.Deferral;
  readonly supplyDeferred: { readonly items: readonly number[]; readonly text: string };
  readonly assist: domain.AssistInput;
  readonly giveOpinion: { readonly opinion: string };
  readonly release: { readonly unitId: string; readonly reason: string };
  readonly convene: domain.ConveneInput;
  readonly conclude: domain.ConcludeInput;
  readonly cancelConference: domain.CancelConferenceInput;
  readonly finishFollowUp: domain.FinishFollowUpInput;
  readonly request: domain.RequestInput;
  readonly recall: object;
  readonly rule: domain.RulingInput;
  readonly resume: { readonly note?: string };
  readonly report: { readonly text: string };
  readonly answer: domain.AnswerInput;
  readonly confirm: domain.ConfirmInput;
  readonly dispute: domain.DisputeInput;
  readonly close: { readonly callBack?: string };
  readonly reopen: domain.ReopenInput;
  readonly merge: { readonly parent: Ticket };
  readonly unmerge: object;
  readonly escalate: { readonly reason: string };
  readonly withdraw: { readonly reason: string };
  readonly urge: { readonly note?: string };
  readonly supervise: domain.SuperviseInput;
  readonly instruct: { readonly text: string };
  readonly comment: { readonly text: string; readonly visibility: domain.Visibility };
}

/** The questions and documents of a ticket that are not done, by their numbers. */
const numbersOf = (ticket: Ticket, kind: domain.ItemKind): number[] =>
  domain.openItems(ticket.items, kind).map(({ ordinal }) => ordinal);

/** The conference that is to take place next, by its number. */
const conferenceOf = ({ conferences }: Ticket): number =>
  domain.plannedConferences(conferences)[0]?.ordinal ?? 99;

/** What each action is given when a test does not care; where the ticket says what can be meant, that. */
const usual = (ticket: Ticket): Omit<Inputs, 'merge'> => ({
  accept: {},
  reject: { ground: 'out_of_scope', explanation: '不属于本区职权', knownGrounds: ['out_of_scope'] },
  route: {},
  dispatch: { holder: { tier: 2, unitId: 'township', personId: null }, assistUnitIds: [] },
  claim: {},
  contact: { means: 'phone', note: '已电话联系' },
  requestInfo: { items: ['营业执照'] },
  supplyInfo: { text: '已补充' },
  lapseInfo: {},
  reply: { replies: numbersOf(ticket, 'question').map((item) => ({ item, reply: '已答复' })) },
  planItems: { plan: numbersOf(ticket, 'question').map((item) => ({ item, dueOn: '2026-12-30' })) },
  defer: { deferred: [{ text: '竣工图', dueOn: '2026-12-30' }], commitment: '按期补交' },
  supplyDeferred: { items: numbersOf(ticket, 'deferred'), text: '已补交' },
  assist: { unitId: 'other-township', question: '管线由谁迁移' },
  giveOpinion: { opinion: '同意迁移方案' },
  release: { unitId: domain.outstanding(ticket.assists)[0]?.unitId ?? 'nobody', reason: '无需再出具' },
  convene: { subject: '管线迁改方案', heldAt: ticket.submittedAt, unitIds: ['department'] },
  conclude: { conference: conferenceOf(ticket), minutes: '各方发言', decision: '由部门迁改' },
  cancelConference: { conference: conferenceOf(ticket), reason: '已无需要' },
  finishFollowUp: { followUp: domain.openFollowUps(ticket.followUps)[0]?.ordinal ?? 99, result: '已迁改' },
  request: { kind: 'extension', reason: '需外购变压器', newDueOn: '2026-11-18' },
  recall: {},
  rule: { requestId: domain.pendingRequest(ticket.requests)?.id ?? 'none', approved: true, note: '情况属实' },
  resume: {},
  report: { text: '设备已到场' },
  answer: { outcome: 'resolved', route: '现场协调', result: '已经接电' },
  confirm: { solved: 'yes' },
  dispute: { reason: '仍未解决' },
  close: { callBack: '企业表示满意' },
  reopen: { reason: '回访发现未解决' },
  unmerge: {},
  escalate: { reason: '需上级协调' },
  withdraw: { reason: '已自行解决' },
  urge: {},
  supervise: { instruction: '请限期办结' },
  instruct: { text: '请专题研究' },
  comment: { text: '正在办理', visibility: 'internal' },
});

type Play<A extends domain.Action> = (
  ticket: Ticket,
  input: Inputs[A],
  ctx: domain.Context,
  standing: domain.Standing,
) => Change | domain.Decision<Change>;

/** The decision of every action, as the use case takes it; of a merge the side of the ticket that goes along. */
const PLAYS: { readonly [A in domain.Action]: Play<A> } = {
  accept: domain.accept,
  reject: domain.reject,
  route: (ticket, _input, ctx) => domain.route(ticket, ctx),
  dispatch: (ticket, input, ctx, standing) => domain.dispatch(ticket, input, standing, ctx),
  claim: (ticket, _input, ctx) => domain.claim(ticket, ctx),
  contact: domain.contact,
  requestInfo: domain.requestInfo,
  supplyInfo: domain.supplyInfo,
  lapseInfo: (ticket, _input, ctx) => domain.lapseInfo(ticket, ctx),
  reply: domain.reply,
  planItems: domain.planItems,
  defer: domain.defer,
  supplyDeferred: domain.supplyDeferred,
  assist: domain.assist,
  giveOpinion: domain.giveOpinion,
  release: domain.release,
  convene: (ticket, input, ctx, standing) => domain.convene(ticket, input, standing, ctx),
  conclude: domain.conclude,
  cancelConference: domain.cancelConference,
  finishFollowUp: domain.finishFollowUp,
  request: domain.request,
  recall: (ticket, _input, ctx) => domain.recall(ticket, ctx),
  rule: domain.rule,
  resume: domain.resume,
  report: domain.report,
  answer: domain.answer,
  confirm: domain.confirm,
  dispute: domain.dispute,
  close: domain.close,
  reopen: domain.reopen,
  merge: (ticket, { parent }, ctx) => {
    const merging = domain.merge(ticket, parent, ctx);
    return merging.ok ? merging.value.child : merging;
  },
  unmerge: (ticket, _input, ctx) => domain.unmerge(ticket, ctx),
  escalate: domain.escalate,
  withdraw: domain.withdraw,
  urge: domain.urge,
  supervise: domain.supervise,
  instruct: domain.instruct,
  comment: domain.comment,
};

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${String(ids)}`;
};

export type Terms = Pick<domain.Context, 'calendar' | 'policy' | 'chain'>;

export const DISTRICT: Terms = { calendar: districtCalendar, policy: districtPolicy, chain: districtChain };

export const contextOf = (actor: domain.Actor, now: number, terms: Terms = DISTRICT): domain.Context => ({
  ...terms,
  actor,
  now,
  newId,
});

/** Whether the actor may, the status allows and nothing hinders it: what the use case asks before it decides. */
export function permitted(
  action: domain.Action,
  actor: domain.Actor,
  ticket: Ticket,
): domain.Decision<domain.Standing> {
  const standing = domain.mayAct(action, actor, ticket);
  if (!standing.ok) return standing;
  const fits = domain.fitsStatus(action, ticket);
  if (!fits.ok) return fits;
  const free = domain.isFree(action, actor, ticket);
  return free.ok ? standing : free;
}

/** What an action that is permitted leads to, before the ticket is settled. */
export function play<A extends domain.Action>(
  ticket: Ticket,
  {
    action,
    input,
    standing,
  }: { readonly action: A; readonly input: Inputs[A]; readonly standing: domain.Standing },
  ctx: domain.Context,
): domain.Decision<Change> {
  const outcome = PLAYS[action](ticket, input, ctx, standing);
  return 'ok' in outcome ? outcome : domain.accepted(outcome);
}

/** One action as the use case takes it: permitted, legal, unhindered, decided, settled. */
export function act<A extends domain.Action>(
  ticket: Ticket,
  action: A,
  ctx: domain.Context,
  input: Inputs[A] = (usual(ticket) as Inputs)[action],
): domain.Decision<Change> {
  const standing = permitted(action, ctx.actor, ticket);
  if (!standing.ok) return standing;
  const decided = play(ticket, { action, input, standing: standing.value }, ctx);
  return decided.ok ? domain.accepted(domain.settle(decided.value, ctx)) : decided;
}
