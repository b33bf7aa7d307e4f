import type { ActionInputs, PersonAction, RequestOrder } from '@zhuqi/application';
import {
  CONTACT_MEANS,
  openFollowUps,
  openItems,
  OUTCOMES,
  outstanding,
  pendingRequest,
  plannedConferences,
  promiseOf,
  requestHindrance,
  REQUEST_KINDS,
  SEVERITIES,
  type Context,
  type Day,
  type ItemInput,
  type ItemKind,
  type Ticket,
} from '@zhuqi/domain';
import type { Dice } from './dice';
import { UNIT_NAMES, type UnitName } from './names';

/** Where an order is thought up: the ticket as it stands, and what its people know. */
export interface Scene {
  readonly ticket: Ticket;
  readonly ctx: Pick<Context, 'now' | 'calendar' | 'policy'>;
  readonly dice: Dice;
  /** The task forces there are, and those there were. */
  readonly forces: readonly string[];
}

type Orders = { readonly [A in PersonAction]: (scene: Scene) => ActionInputs[A] };

const USABLE: readonly UnitName[] = [
  ...(['township', 'other-township', 'task-force', 'department', 'office'] as const),
  'city-office',
];

/** Mostly a unit that can be meant. */
function unit({ dice, forces }: Scene): string {
  if (forces.length > 0 && dice.oneIn(4)) return dice.pick(forces);
  return dice.oneIn(15) ? dice.pick(UNIT_NAMES) : dice.pick(USABLE);
}

/** The n-th working day after a day; now and then simply the n-th day. */
function dayAfter({ ctx: { calendar }, dice }: Scene, from: Day, count: number): Day {
  const anyDay = dice.oneIn(8);
  let day = from;
  for (let left = count; left > 0;) {
    day = calendar.nextDay(day);
    if (anyDay || calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

const soon = (scene: Scene, most: number): Day =>
  dayAfter(scene, scene.ctx.calendar.dayOf(scene.ctx.now), 1 + scene.dice.roll(most));

/** Mostly items that are open, sometimes any that exist, seldom one that does not. */
function numbers({ ticket, dice }: Scene, kind: ItemKind): number[] {
  const open = openItems(ticket.items, kind).map(({ ordinal }) => ordinal);
  const all = ticket.items.filter((item) => item.kind === kind).map(({ ordinal }) => ordinal);
  if (dice.oneIn(25)) return [99];
  const list = open.length > 0 && !dice.oneIn(5) ? open : all;
  return dice.oneIn(3) ? list.slice(0, 1) : list;
}

const lines = (scene: Scene): ItemInput[] =>
  Array.from({ length: 1 + scene.dice.roll(2) }, (_, index) => ({
    text: `第 ${index + 1} 项`,
    ...(scene.dice.oneIn(4) ? {} : { dueOn: soon(scene, 6) }),
  }));

/** What a request of each kind says. */
const SAID: Record<RequestOrder['kind'], (scene: Scene) => Partial<RequestOrder>> = {
  return: (scene) => ({
    toUnitId: unit(scene),
    ...(scene.dice.oneIn(10) ? {} : { basis: '职责分工第三条' }),
  }),
  extension: (scene) => {
    const dueAt = promiseOf(scene.ticket)?.dueAt ?? scene.ctx.now;
    return { newDueOn: dayAfter(scene, scene.ctx.calendar.dayOf(dueAt), 1 + scene.dice.roll(7)) };
  },
  suspension: (scene) => ({
    reviewOn: soon(scene, scene.dice.pick([3, 10, 40])),
    evidence: '法院受理通知书',
  }),
  downgrade: (scene) => ({
    ...(scene.dice.oneIn(3) ? {} : { toSeverity: scene.dice.pick(SEVERITIES) }),
    ...(scene.dice.oneIn(3) ? { toUnitId: unit(scene) } : {}),
  }),
};

function request(scene: Scene): RequestOrder {
  const { ticket, ctx, dice } = scene;
  const possible = REQUEST_KINDS.filter((kind) => requestHindrance(kind, ticket, ctx) === null);
  const often = possible.filter((each) => each === 'return' || each === 'downgrade');
  const likely = often.length > 0 && dice.oneIn(2) ? often : possible;
  const kind = possible.length > 0 && !dice.oneIn(8) ? dice.pick(likely) : dice.pick(REQUEST_KINDS);
  const stray = dice.oneIn(25) ? { newDueOn: '2026-12-30', reviewOn: '2026-12-30' } : {};
  return { kind, reason: '需外购变压器', ...SAID[kind](scene), ...stray };
}

const SAME_TIER: Readonly<Record<number, readonly UnitName[]>> = {
  2: ['township', 'other-township', 'task-force'],
  3: ['department'],
  4: ['office'],
};

/** Often another unit of the tier it is at: so often a dispatch raises the ticket. */
function receiver(scene: Scene): string {
  const { tier, holderUnitId } = scene.ticket;
  const others = (SAME_TIER[tier ?? 0] ?? []).filter((name) => name !== holderUnitId);
  return others.length > 0 && scene.dice.oneIn(2) ? scene.dice.pick(others) : unit(scene);
}

/** Who is dispatched to: a unit, sometimes by a person of it, sometimes with others who assist. */
const dispatch = (scene: Scene): ActionInputs['dispatch'] => {
  const { dice } = scene;
  if (dice.oneIn(8)) return { unitId: 'office', personId: dice.pick(['officer', 'officer-b', 'chen']) };
  const named = dice.oneIn(5) ? { personId: dice.pick(['wang', 'zhao', 'qian', 'li', 'sun', 'chen']) } : {};
  const assistUnitIds = Array.from({ length: dice.roll(3) }, () => unit(scene));
  const assisted = dice.oneIn(2) ? { assistUnitIds: [...new Set(assistUnitIds)] } : {};
  return { unitId: receiver(scene), ...named, ...assisted, ...(dice.oneIn(3) ? { note: '请尽快' } : {}) };
};

const PERSONS = ['officer', 'wang', 'li', 'chen', 'leader', 'leader-b', 'he', 'owner', 'office-b'] as const;
const MINUTE_MS = 60_000;

/** A conference from an hour ago to some days from now, seldom out of all reason. */
function convene(scene: Scene): ActionInputs['convene'] {
  const { ctx, dice } = scene;
  const away = dice.oneIn(12) ? dice.pick([-600_000, 600_000]) : dice.pick([-60, 0, 60, 1_440, 4_320]);
  const many = <T>(pick: () => T): T[] => [...new Set(Array.from({ length: dice.roll(3) }, pick))];
  return {
    subject: '管线迁改方案',
    heldAt: new Date(ctx.now + away * MINUTE_MS).toISOString(),
    ...(dice.oneIn(2) ? { place: '区政府三楼' } : {}),
    unitIds: many(() => unit(scene)),
    personIds: many(() => dice.pick(PERSONS)),
    ...(dice.oneIn(3) ? { guests: ['设计院工程师'] } : {}),
  };
}

/** Mostly one that is to take place, seldom one that is not. */
const conferenceOf = ({ ticket, dice }: Scene): number =>
  dice.oneIn(20) ? 9 : (plannedConferences(ticket.conferences)[dice.roll(2)]?.ordinal ?? 1);

const conclude = (scene: Scene): ActionInputs['conclude'] => ({
  conference: conferenceOf(scene),
  ...{ minutes: '各方发言', decision: '分头落实' },
  followUps: Array.from({ length: scene.dice.roll(3) }, () => {
    const who = scene.dice.oneIn(2) ? { unitId: unit(scene) } : { personId: scene.dice.pick(PERSONS) };
    return { what: '迁改管线', ...(scene.dice.oneIn(20) ? {} : who), dueOn: soon(scene, 4) };
  }),
});

/** What people say with each action: most of it sensible, all of it well-formed, some of it to be refused. */
export const ORDERS: Orders = {
  accept: (scene) =>
    scene.dice.oneIn(3) ? { deferred: lines(scene), commitment: scene.dice.oneIn(6) ? '' : '按期补交' } : {},
  reject: ({ dice }) => ({
    ground: dice.oneIn(4) ? 'no_such_ground' : 'out_of_scope',
    explanation: '不属于本区',
  }),
  dispatch,
  claim: () => ({}),
  contact: ({ dice }) => ({ means: dice.pick(CONTACT_MEANS), note: '已联系' }),
  requestInfo: ({ dice }) => ({ items: dice.oneIn(2) ? ['营业执照'] : ['营业执照', '总平面图'] }),
  supplyInfo: () => ({ text: '已补充' }),
  reply: (scene) => ({
    replies: numbers(scene, 'question').map((item) => ({ item, reply: `答复 ${item}` })),
  }),
  planItems: (scene) => ({
    plan: numbers(scene, 'question').map((item) => ({ item, dueOn: soon(scene, 5) })),
  }),
  defer: (scene) => ({ deferred: lines(scene), commitment: '按期补交' }),
  supplyDeferred: (scene) => ({ items: numbers(scene, 'deferred'), text: '已补交' }),
  assist: (scene) => ({
    ...{ unitId: unit(scene), question: '管线由谁迁移' },
    ...(scene.dice.oneIn(2) ? { dueOn: soon(scene, 5) } : {}),
  }),
  giveOpinion: () => ({ opinion: '同意迁移方案' }),
  release: (scene) => ({
    unitId: scene.dice.oneIn(8) ? unit(scene) : (outstanding(scene.ticket.assists)[0]?.unitId ?? 'township'),
    reason: '无需再出具',
  }),
  convene,
  conclude,
  cancelConference: (scene) => ({ conference: conferenceOf(scene), reason: '已无需要' }),
  finishFollowUp: ({ ticket, dice }) => ({
    followUp: dice.oneIn(12) ? 99 : (openFollowUps(ticket.followUps)[dice.roll(2)]?.ordinal ?? 1),
    result: '已落实',
  }),
  request,
  recall: () => ({}),
  rule: ({ ticket, dice }) => ({
    requestId: (dice.oneIn(15) ? ticket.requests[0] : pendingRequest(ticket.requests))?.id ?? 'none',
    ...{ approved: !dice.oneIn(3), note: '情况属实' },
  }),
  resume: ({ dice }) => (dice.oneIn(2) ? { note: '条件已具备' } : {}),
  report: () => ({ text: '设备已到场' }),
  answer: ({ ticket, dice }) => ({
    outcome:
      ticket.status === 'in_progress' && !dice.oneIn(4) ? dice.pick(OUTCOMES) : ('answered_on_spot' as const),
    ...{ route: dice.oneIn(25) ? ' ' : '现场协调', result: dice.oneIn(25) ? '' : '已经接电' },
    ...(dice.oneIn(5) ? { responsibleUnitId: dice.pick(UNIT_NAMES) } : {}),
  }),
  confirm: ({ dice }) => ({
    solved: dice.pick(['yes', 'yes', 'partly', 'partly', 'no'] as const),
    ...(dice.oneIn(2) ? { rating: dice.roll(7) } : {}),
    ...(dice.oneIn(2) ? { comment: '服务周到' } : {}),
  }),
  dispute: (scene) => ({
    reason: '仍未解决',
    ...(scene.dice.oneIn(3) ? { items: numbers(scene, 'question') } : {}),
  }),
  close: ({ dice }) => (dice.oneIn(5) ? {} : { callBack: '企业表示满意' }),
  reopen: (scene) => ({
    reason: '回访发现未解决',
    ...(scene.dice.oneIn(2) ? { callBack: '仍未解决' } : {}),
    ...(scene.dice.oneIn(3) ? { items: numbers(scene, 'question') } : {}),
  }),
  escalate: () => ({ reason: '需上级协调' }),
  withdraw: () => ({ reason: '已自行解决' }),
  urge: ({ dice }) => (dice.oneIn(2) ? { note: '请尽快' } : {}),
  supervise: (scene) => ({
    instruction: '请限期办结',
    ...(scene.dice.oneIn(2) ? { dueOn: soon(scene, 9) } : {}),
  }),
  instruct: () => ({ text: '请专题研究' }),
  comment: ({ dice }) => ({ text: '在办', visibility: dice.pick(['internal', 'enterprise'] as const) }),
};
