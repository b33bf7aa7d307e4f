import * as domain from '@zhuqi/domain';
import { districtCalendar } from './november';
import { CAST, districtChain, districtPolicy, type CastName } from './ticket-cast';

type Ticket = domain.Ticket;
type Change = domain.Change;

/** What each action is given when a test does not care. */
const INPUTS = {
  accept: {},
  reject: { ground: 'out_of_scope', explanation: '不属于本区职权', knownGrounds: ['out_of_scope'] },
  route: {},
  dispatch: { holder: { tier: 2, unitId: 'township', personId: null }, assistUnitIds: [] },
  claim: {},
  contact: { means: 'phone', note: '已电话联系' },
  requestInfo: { items: ['营业执照'] },
  supplyInfo: { text: '已补充' },
  lapseInfo: {},
  answer: { outcome: 'resolved', route: '现场协调', result: '已经接电' },
  confirm: { solved: 'yes' },
  dispute: { reason: '仍未解决' },
  close: { callBack: '企业表示满意' },
  escalate: { reason: '需上级协调' },
  withdraw: { reason: '已自行解决' },
  urge: {},
  supervise: { instruction: '请限期办结' },
  instruct: { text: '请专题研究' },
  comment: { text: '正在办理', visibility: 'internal' },
} as const satisfies Record<domain.Action, object>;

export interface Inputs {
  readonly accept: object;
  readonly reject: domain.RejectInput;
  readonly route: object;
  readonly dispatch: domain.DispatchInput;
  readonly claim: object;
  readonly contact: { readonly means: domain.ContactMeans; readonly note: string };
  readonly requestInfo: { readonly items: readonly string[] };
  readonly supplyInfo: { readonly text: string };
  readonly lapseInfo: object;
  readonly answer: domain.AnswerInput;
  readonly confirm: domain.ConfirmInput;
  readonly dispute: { readonly reason: string };
  readonly close: { readonly callBack?: string };
  readonly escalate: { readonly reason: string };
  readonly withdraw: { readonly reason: string };
  readonly urge: { readonly note?: string };
  readonly supervise: domain.SuperviseInput;
  readonly instruct: { readonly text: string };
  readonly comment: { readonly text: string; readonly visibility: domain.Visibility };
}

type Play<A extends domain.Action> = (
  ticket: Ticket,
  input: Inputs[A],
  ctx: domain.Context,
  standing: domain.Standing,
) => Change | domain.Decision<Change>;

/** The decision of every action, as the use case takes it. */
const PLAYS: { readonly [A in domain.Action]: Play<A> } = {
  accept: (ticket, _input, ctx) => domain.accept(ticket, ctx),
  reject: domain.reject,
  route: (ticket, _input, ctx) => domain.route(ticket, ctx),
  dispatch: (ticket, input, ctx, standing) => domain.dispatch(ticket, input, standing, ctx),
  claim: (ticket, _input, ctx) => domain.claim(ticket, ctx),
  contact: domain.contact,
  requestInfo: domain.requestInfo,
  supplyInfo: domain.supplyInfo,
  lapseInfo: (ticket, _input, ctx) => domain.lapseInfo(ticket, ctx),
  answer: domain.answer,
  confirm: domain.confirm,
  dispute: domain.dispute,
  close: domain.close,
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

/** One action as the use case takes it: permitted, legal, decided, settled. */
export function act<A extends domain.Action>(
  ticket: Ticket,
  action: A,
  ctx: domain.Context,
  input: Inputs[A] = INPUTS[action] as never,
): domain.Decision<Change> {
  const standing = domain.mayAct(action, ctx.actor, ticket);
  if (!standing.ok) return standing;
  const fits = domain.fitsStatus(action, ticket);
  if (!fits.ok) return fits;
  const outcome = PLAYS[action](ticket, input, ctx, standing.value);
  const decided = 'ok' in outcome ? outcome : domain.accepted(outcome);
  return decided.ok ? domain.accepted(domain.settle(decided.value, ctx)) : decided;
}

/** A ticket's life so far: what it is, what happened and what was posted to the book of figures. */
export class TicketStory {
  readonly events: domain.TicketEvent[] = [];
  readonly escalations: domain.Escalation[] = [];
  readonly ledger: domain.LedgerEntry[] = [];
  ticket: Ticket;

  constructor(
    at: number,
    input: Partial<domain.SubmitInput> = {},
    by: CastName = 'enterprise',
    private readonly terms: Terms = DISTRICT,
  ) {
    const subject = {
      ...{ id: 'ticket', number: 'ZQ-1', enterpriseId: 'enterprise', regionCode: '220105' },
      ...{ industry: 'industry', chain: terms.chain },
    };
    const said = { title: '厂区供电', description: '变压器容量不足', category: 'utilities', ...input };
    const change = domain.submit(subject, said, CAST[by], at);
    this.ticket = change.ticket;
    this.keep(null, change, at);
  }

  /** Takes an action that must succeed. */
  take<A extends domain.Action>(action: A, by: CastName, at: number, input?: Inputs[A]): this {
    const decided = act(this.ticket, action, this.context(by, at), input);
    if (!decided.ok) throw new Error(`${action} by ${by}: ${decided.refusal.code} ${decided.refusal.detail}`);
    this.keep(this.ticket, decided.value, at);
    return this;
  }

  /** The code an action is refused with, or null when it would be taken. Changes nothing. */
  refusal<A extends domain.Action>(action: A, by: CastName, at: number, input?: Inputs[A]): string | null {
    const decided = act(this.ticket, action, this.context(by, at), input);
    return decided.ok ? null : decided.refusal.code;
  }

  /** The sweep looks at the ticket once. */
  check(at: number): this {
    const before = this.ticket;
    this.keep(before, domain.dueEffects(before, this.context('system', at)), at);
    return this;
  }

  /** The sweep looks whenever something is due, up to and including `until`. */
  sweep(until: number): this {
    for (let due = domain.nextCheckAt(this.ticket); due !== null && due <= until;) {
      // What an action has made due in the past is found by the first look after it.
      const at = Math.max(due, this.events.at(-1)?.at ?? due);
      this.check(at);
      const next = domain.nextCheckAt(this.ticket);
      if (next !== null && next <= at) throw new Error(`the sweep does not move on from ${String(at)}`);
      due = next;
    }
    return this;
  }

  /** The events since the n-th, by type. */
  types(from = 0): domain.EventType[] {
    return this.events.slice(from).map((event) => event.type);
  }

  clock(kind: domain.ClockKind): domain.TicketClock {
    const clock = this.ticket.clocks.findLast((each) => each.kind === kind);
    if (clock === undefined) throw new Error(`no ${kind} clock`);
    return clock;
  }

  context = (by: CastName, at: number): domain.Context => contextOf(CAST[by], at, this.terms);

  private keep(before: Ticket | null, change: Change, at: number): void {
    this.ticket = change.ticket;
    this.events.push(...change.events);
    this.escalations.push(...change.escalations);
    if (change.events.length > 0) this.ledger.push(...domain.ledgerEntries(before, change.ticket, at));
  }
}

/** A problem the enterprise raised, in the hands of whom its severity says. */
export const routed = (at: number, input: Partial<domain.SubmitInput> = {}, terms?: Terms): TicketStory =>
  new TicketStory(at, input, 'enterprise', terms).take('route', 'system', at);
