import {
  submit,
  type Assist,
  type Conference,
  type FollowUp,
  type Round,
  type Ticket,
  type TicketClock,
  type TicketRequest,
} from '@zhuqi/domain';
import { idOf } from '../read/reading-room';
import { actor } from '../read/two-districts';

const at = (day: string): number => Date.parse(`2023-10-${day}:00.000+08:00`);

/** A submission as the application makes it, with a question list. */
export const submitted = (key: string) =>
  submit(
    {
      id: idOf(key),
      number: `ZQ-${key}`,
      enterpriseId: idOf('hongda'),
      regionCode: '220105',
      industry: 'industry',
      calendarVersion: 1,
      chain: {
        officerId: idOf('officer'),
        townshipId: idOf('dongsheng'),
        departmentId: idOf('miit'),
        officeId: idOf('office'),
        cityOfficeId: idOf('city'),
        leaderId: idOf('leader'),
      },
    },
    { title: '厂区供电', description: '变压器容量不足', category: 'permits', items: QUESTIONS },
    actor('enterprise'),
    at('10T09:00'),
  );

const BARE = { commitment: null, doneAt: null, doneById: null, reply: null, reminded: false } as const;

const QUESTIONS = [
  { ...BARE, kind: 'question', ordinal: 1, text: '何时增容？', dueOn: null, dueAt: null },
  {
    ...BARE,
    kind: 'question',
    ordinal: 2,
    text: '费用由谁承担？',
    dueOn: '2023-10-13',
    dueAt: at('13T17:00'),
  },
] as const;

const clock = (id: string, kind: TicketClock['kind'], dueAt: number): TicketClock => ({
  ...{ id, kind, round: 1, tier: 2, unitId: idOf('miit'), personId: null, state: 'running' },
  ...{ startedAt: at('10T10:00'), stoppedAt: null, allowance: { unit: 'workingDays', count: 5 } },
  ...{ workingMs: 144_000_000, originalDueAt: at('17T17:00'), dueAt, unextendedDueAt: at('18T09:30') },
  ...{ warnAt: at('16T17:00'), pauses: [{ from: at('11T09:00'), to: at('11T10:00'), reason: 'need_info' }] },
  ...{
    provisional: false,
    policyVersion: 1,
    generation: 3,
    warned: true,
    lapsed: false,
    hushed: 'yellow',
    calendarVersion: 1,
    fired: ['unclaimed'],
  },
});

/** A request with nothing in it that may be left out. */
export const bareRequest = (key: string, state: TicketRequest['state'] = 'pending'): TicketRequest => ({
  ...{ id: idOf(key), kind: 'extension', state, round: 1, hop: 1, askedAt: at('11T10:00') },
  ...{ askedById: null, askedUnitId: null, reason: '等待上级批复', basis: null, evidence: null, to: null },
  ...{ newDueOn: null, reviewOn: null, toSeverity: null, ruleBy: at('12T17:00'), rulers: ['office'] },
  ...{ rulerUnitId: null, reminded: false, ruledAt: null, ruledById: null, note: null },
});

const REQUESTS: readonly TicketRequest[] = [
  {
    ...bareRequest('return', 'refused'),
    ...{ kind: 'return', askedById: idOf('township'), askedUnitId: idOf('dongsheng'), basis: '三定方案' },
    ...{ evidence: '职责清单第 3 条', to: { tier: 3, unitId: idOf('miit'), personId: null } },
    ...{
      newDueOn: '2023-10-31',
      reviewOn: '2023-10-25',
      toSeverity: 'consult',
      rulers: ['office', 'holder'],
    },
    ...{ rulerUnitId: idOf('office'), reminded: true, ruledAt: at('12T11:00'), ruledById: idOf('office') },
    note: '属本单位职责',
  },
  bareRequest('extension'),
];

const ASSISTS: readonly Assist[] = [
  {
    ...{ ordinal: 1, unitId: idOf('commerce'), round: 1, state: 'given', question: '是否在规划内？' },
    ...{ clockId: null, askedAt: at('11T09:00'), askedById: idOf('township') },
    ...{ endedAt: at('11T15:00'), endedById: idOf('department'), opinion: '在规划内', releaseReason: null },
  },
  {
    ...{ ordinal: 2, unitId: idOf('office'), round: 1, state: 'released', question: null, clockId: null },
    ...{ askedAt: at('11T09:00'), askedById: null, endedAt: at('11T09:00'), endedById: null },
    ...{ opinion: null, releaseReason: '已无需要' },
  },
];

const CONFERENCES: readonly Conference[] = [
  {
    ...{ ordinal: 1, state: 'concluded', round: 1, subject: '增容方案', heldAt: at('12T09:00') },
    ...{ place: '三楼会议室', unitIds: [idOf('miit')], personIds: [idOf('leader')], guests: ['供电公司'] },
    ...{ convenedAt: at('11T09:00'), convenedById: idOf('township'), convenedAs: 'holder' },
    ...{ endedAt: at('12T11:00'), endedById: idOf('township'), minutes: '各方发言', decision: '年内增容' },
    reason: null,
  },
  {
    ...{ ordinal: 2, state: 'planned', round: 2, subject: '费用', heldAt: at('20T09:00'), place: null },
    ...{ unitIds: [], personIds: [], guests: ['企业代表'], convenedAt: at('19T09:00'), convenedById: null },
    ...{ convenedAs: 'office', endedAt: null, endedById: null, minutes: null, decision: null, reason: null },
  },
];

const FOLLOW_UPS: readonly FollowUp[] = [
  {
    ...{ ordinal: 1, conference: 1, what: '报送方案', unitId: idOf('miit'), personId: null },
    ...{ dueOn: '2023-10-16', dueAt: at('16T17:00'), doneAt: at('16T10:00'), doneById: idOf('department') },
    ...{ result: '已报送', reminded: false },
  },
  {
    ...{ ordinal: 2, conference: 1, what: '督促', unitId: null, personId: idOf('leader') },
    ...{
      dueOn: '2023-10-17',
      dueAt: at('17T17:00'),
      doneAt: null,
      doneById: null,
      result: null,
      reminded: true,
    },
  },
];

const ROUNDS: readonly Round[] = [
  {
    ...{
      number: 1,
      opened: 'dispatch',
      from: at('10T10:00'),
      answeredAt: at('18T10:00'),
      outcome: 'planned',
    },
    ...{ solved: 'no', rating: null, closedAt: null, late: true, lateWithoutExtension: true },
  },
  {
    ...{ number: 2, opened: 'dispute', from: at('18T11:00'), answeredAt: null, outcome: null, solved: null },
    ...{ rating: null, closedAt: null, late: false, lateWithoutExtension: false },
  },
];

/** The ticket with every part there is, in more than one state each. */
export function filled(ticket: Ticket): Ticket {
  const own = (name: string): string => idOf(`${ticket.number}:${name}`);
  const hop = { tier: 2, unitId: idOf('dongsheng'), personId: null, clockId: own('leg') } as const;
  return {
    ...ticket,
    ...{ status: 'in_progress', resumeStatus: 'dispatched', tier: 2, round: 2, rounds: ROUNDS },
    ...{ handlingMinutes: 1_921, pausedMinutes: 60, reportedAt: at('18T12:00'), reportAsked: true },
    overruns: [{ from: at('17T17:00'), to: at('18T10:00') }],
    clocks: [
      clock(own('resolve'), 'resolve', at('18T17:00')),
      clock(own('leg'), 'leg', at('19T17:00')),
      clock(own('assist'), 'assist', at('20T17:00')),
    ],
    holdings: [
      { ...hop, ordinal: 1, seq: 2, round: 1, fromAt: at('10T10:00'), toAt: at('18T10:00') },
      { ...hop, ordinal: 2, seq: 5, round: 2, fromAt: at('18T11:00'), toAt: null },
    ],
    requests: REQUESTS.map((request, index) => ({ ...request, id: own(`request ${index}`) })),
    assists: ASSISTS.map((assist, index) => ({ ...assist, clockId: index === 0 ? own('assist') : null })),
    items: [
      ...ticket.items.map((item) => ({
        ...item,
        doneAt: at('12T09:00'),
        doneById: idOf('township'),
        reply: '年内',
      })),
      {
        ...BARE,
        commitment: '月底前补交',
        kind: 'deferred',
        ordinal: 1,
        text: '租赁合同',
        dueOn: '2023-10-20',
        dueAt: at('20T17:00'),
        reminded: true,
      },
    ],
    conferences: CONFERENCES,
    followUps: FOLLOW_UPS,
  };
}
