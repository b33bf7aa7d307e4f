import {
  CONTACT_MEANS,
  itemsOf,
  openFollowUps,
  openItems,
  OUTCOMES,
  pendingRequest,
  plannedConferences,
  REQUEST_KINDS,
  SEVERITIES,
  type Action,
  type Holder,
  type RequestKind,
  type Ticket,
  type TicketItem,
} from '@zhuqi/domain';
import { districtCalendar } from './november';
import type { Inputs } from './ticket-plays';

/** What a choice of input can depend on. */
export interface Scene {
  readonly ticket: Ticket;
  readonly at: number;
  readonly choice: number;
}

/** One of the list, by the number. */
const oneOf = <T>(list: readonly [T, ...T[]], choice: number): T => list[choice % list.length] ?? list[0];

/** The n-th working day from an instant on; 0 is a day too early for any due day. */
export const dayFrom = (at: number, days: number): string =>
  days === 0
    ? districtCalendar.dayOf(at)
    : districtCalendar.dayOf(districtCalendar.addDays(at, days, { from: 'nextDay', endOfDay: true }));

const HOLDERS: readonly [Holder, ...Holder[]] = [
  { tier: 1, unitId: null, personId: 'officer' },
  { tier: 2, unitId: 'township', personId: null },
  { tier: 2, unitId: 'other-township', personId: 'qian' },
  { tier: 2, unitId: 'task-force', personId: null },
  { tier: 3, unitId: 'department', personId: null },
  { tier: 4, unitId: 'office', personId: null },
  { tier: 5, unitId: 'city-office', personId: null },
];
const UNITS = ['township', 'other-township', 'task-force', 'department'] as const;
const MATERIAL = { reason: '理由', basis: '职责依据', evidence: '附件目录' } as const;

type Particulars = Partial<Inputs['request']>;

function requestOf({ at, choice }: Scene): Inputs['request'] {
  const kind = oneOf(REQUEST_KINDS, choice);
  const turn = Math.floor(choice / REQUEST_KINDS.length);
  const day = dayFrom(at, turn % 25);
  const to = oneOf(HOLDERS, turn);
  const severity = oneOf(SEVERITIES, turn);
  const particulars: Record<RequestKind, Particulars> = {
    return: { to },
    extension: { newDueOn: dayFrom(at, turn % 41) },
    suspension: { reviewOn: day },
    downgrade: oneOf<Particulars>([{}, { to }, { toSeverity: severity }, { to, toSeverity: severity }], turn),
  };
  return { kind, ...MATERIAL, ...particulars[kind] };
}

/** Some of the open items, or one that is not there. */
function someOf(ticket: Ticket, kind: TicketItem['kind'], choice: number): number[] {
  const open = openItems(ticket.items, kind).map(({ ordinal }) => ordinal);
  if (choice % 7 === 0) return [open.length + 9];
  return choice % 2 === 0 ? open : open.slice(0, 1);
}

type Choose<A extends Action> = (scene: Scene) => Inputs[A];

const CHOOSE: { readonly [A in Action]?: Choose<A> } = {
  accept: ({ at, choice }) =>
    oneOf<Inputs['accept']>(
      [{}, { deferred: [{ text: '竣工图', dueOn: dayFrom(at, choice % 9) }], commitment: '补交' }],
      choice,
    ),
  dispatch: ({ choice }) => ({
    holder: oneOf(HOLDERS, choice),
    assistUnitIds: oneOf([[], [], ['township'], ['other-township', 'task-force']], choice >> 3).filter(
      (unitId) => unitId !== oneOf(HOLDERS, choice).unitId,
    ),
  }),
  contact: ({ choice }) => ({ means: oneOf(CONTACT_MEANS, choice), note: '已联系' }),
  answer: ({ choice }) => ({ outcome: oneOf(OUTCOMES, choice), route: '协调', result: '办结' }),
  confirm: ({ choice }) => ({
    solved: choice % 3 === 0 ? 'partly' : 'yes',
    ...(choice % 2 === 0 ? { rating: (choice % 5) + 1 } : {}),
  }),
  comment: ({ choice }) => ({ text: '在办', visibility: choice % 2 === 0 ? 'internal' : 'enterprise' }),
  supervise: ({ at, choice }) => ({
    instruction: '限期',
    ...(choice % 2 === 0 ? {} : { dueOn: dayFrom(at, choice % 30) }),
  }),
  reply: ({ ticket, choice }) => ({
    replies: someOf(ticket, 'question', choice).map((item) => ({ item, reply: '已答复' })),
  }),
  planItems: ({ ticket, at, choice }) => ({
    plan: someOf(ticket, 'question', choice).map((item) => ({ item, dueOn: dayFrom(at, choice % 9) })),
  }),
  defer: ({ at, choice }) => ({
    deferred: [{ text: '竣工图', ...(choice % 2 === 0 ? {} : { dueOn: dayFrom(at, choice % 9) }) }],
    commitment: '补交',
  }),
  supplyDeferred: ({ ticket, choice }) => ({
    items: someOf(ticket, 'deferred', choice),
    text: '已补交',
  }),
  assist: ({ at, choice }) => ({
    unitId: oneOf(UNITS, choice),
    question: '意见',
    ...(choice % 3 === 0 ? { dueOn: dayFrom(at, choice % 9) } : {}),
  }),
  convene: ({ at, choice }) => ({
    subject: '管线迁改',
    heldAt: at + (choice % 5) * 86_400_000 - 3_600_000,
    unitIds: choice % 2 === 0 ? [] : [oneOf(UNITS, choice)],
    guests: choice % 3 === 0 ? ['设计院'] : [],
  }),
  conclude: ({ ticket, at, choice }) => ({
    conference: plannedConferences(ticket.conferences).at(choice % 2 === 0 ? 0 : -1)?.ordinal ?? 99,
    minutes: '各方发言',
    decision: '分头落实',
    followUps: [
      { what: '迁改管线', unitId: oneOf(UNITS, choice), dueOn: dayFrom(at, choice % 9) },
      { what: '核对用地', personId: 'officer', dueOn: dayFrom(at, 1 + (choice % 3)) },
    ].slice(0, choice % 3),
  }),
  finishFollowUp: ({ ticket, choice }) => ({
    followUp: openFollowUps(ticket.followUps).at(choice % 2 === 0 ? 0 : -1)?.ordinal ?? 99,
    result: '已落实',
  }),
  request: requestOf,
  rule: ({ ticket, choice }) => ({
    requestId: choice % 17 === 0 ? 'none' : (pendingRequest(ticket.requests)?.id ?? 'none'),
    approved: choice % 3 !== 0,
    note: '裁定',
  }),
  dispute: ({ ticket, choice }) => ({ reason: '未解决', ...(choice % 3 === 0 ? again(ticket) : {}) }),
  reopen: ({ ticket, choice }) => ({
    reason: '回访',
    ...(choice % 2 === 0 ? { callBack: '仍未解决' } : {}),
    ...(choice % 3 === 0 ? again(ticket) : {}),
  }),
};

/** The first question is to be replied to again, where there is one. */
const again = ({ items }: Ticket): { items?: number[] } =>
  items.some(({ kind }) => kind === 'question') ? { items: [1] } : {};

/** What an action is given, chosen by a number; the stage's own words where there is nothing to choose. */
export const inputOf = <A extends Action>(action: A, scene: Scene): Inputs[A] | undefined =>
  CHOOSE[action]?.(scene);

/** A question list of so many lines, every second one with a day of its own. */
export function questions(count: number, at: number): readonly TicketItem[] {
  const lines = Array.from({ length: count }, (_, index) => ({
    text: `问题 ${String(index + 1)}`,
    ...(index % 2 === 0 ? {} : { dueOn: dayFrom(at, index + 2) }),
  }));
  const items = itemsOf('question', lines, 0, { now: at, calendar: districtCalendar });
  return items.ok ? items.value : [];
}
