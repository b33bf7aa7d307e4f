import { CLOCK_KIND_LABEL, CLOCK_KINDS } from '../sla';
import { isOneOf, TIER_LABEL, TIERS } from '../ticket/axes';
import type { EventType, TicketEvent } from '../ticket/events';
import type { Ticket } from '../ticket/ticket';

/** Who is told, by their standing to the ticket; the application finds the people. */
export type Audience =
  | 'assistants'
  /** Whom the event names; whoever holds the ticket where it names nobody. */
  | 'holder'
  /** Whoever holds the ticket, whatever the event names. */
  | 'lead'
  | 'officer'
  | 'leader'
  | 'office'
  | 'enterprise'
  | 'rulers'
  /** The units and people the event names. */
  | 'participants';

export const NOTICE_KINDS = [
  'assigned',
  'triage',
  'urged',
  'lampChanged',
  'escalated',
  'supervised',
  'instructed',
  'infoRequested',
  'infoSupplied',
  'answered',
  'disputed',
  'closed',
  'rejected',
  'withdrawn',
  'commented',
  'replied',
  'assist',
  'opinion',
  'request',
  'ruling',
  'suspended',
  'resumed',
  'reported',
  'reopened',
  'merged',
  'rescheduled',
  'conference',
  'followUp',
  'matter',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface NoticeRule {
  readonly to: readonly Audience[];
  readonly kind: NoticeKind;
  readonly text: string;
}

const tell = (kind: NoticeKind, text: string, ...to: readonly Audience[]): NoticeRule => ({ to, kind, text });

const SILENT = null;

/** Every event decides here whom it tells; a new event does not compile until someone has decided. */
const RULES = {
  submitted: SILENT,
  accepted: SILENT,
  routed: tell('assigned', '新诉求已派给您，请按时认领', 'holder'),
  triaged: tell('triage', '自动派单未找到承办人，请分诊', 'office'),
  dispatched: tell('assigned', '诉求已交办给您，请按时认领', 'holder'),
  claimed: SILENT,
  contacted: SILENT,
  infoRequested: tell('infoRequested', '办理需要您补充材料，请查看清单', 'enterprise', 'officer'),
  infoSupplied: tell('infoSupplied', '企业已补充材料，请继续办理', 'holder'),
  infoLapsed: tell('infoSupplied', '补充材料期限已到，恢复计时，请继续办理', 'holder', 'enterprise'),
  commented: tell('commented', '诉求有新的进展', 'enterprise'),
  urged: tell('urged', '诉求被催办，请尽快办理', 'holder', 'officer'),
  reminded: tell('lampChanged', '时限提醒', 'holder'),
  supervised: tell('supervised', '诉求被督办，请按期反馈', 'holder'),
  instructed: tell('instructed', '领导已批示，请按批示办理', 'holder', 'office'),
  escalated: tell('escalated', '诉求已提级', 'holder', 'leader', 'officer'),
  lampChanged: tell('lampChanged', '诉求时限灯已变化', 'holder'),
  answered: tell('answered', '诉求已答复，请确认是否解决', 'enterprise', 'officer'),
  confirmed: SILENT,
  disputed: tell('disputed', '企业不认可办理结果，请继续办理', 'holder', 'officer'),
  closed: tell('closed', '诉求已销号', 'holder', 'officer', 'enterprise'),
  rejected: tell('rejected', '诉求不予受理，请查看理由', 'enterprise', 'assistants'),
  withdrawn: tell('withdrawn', '企业已撤回诉求', 'holder', 'assistants'),
  itemsPlanned: SILENT,
  itemsReplied: tell('replied', '问题清单有新的答复', 'enterprise', 'officer'),
  itemOverdue: tell('lampChanged', '问题清单有一项已到期未答复，请尽快答复', 'holder', 'officer'),
  deferred: tell('infoRequested', '已容缺办理，请按承诺日期补交材料', 'enterprise', 'officer'),
  deferredSupplied: tell('infoSupplied', '企业已补交容缺材料', 'holder', 'officer'),
  assistAsked: tell('assist', '请贵单位协办，按期出具意见', 'holder'),
  opinionGiven: tell('opinion', '协办单位已出具意见', 'holder'),
  assistReleased: tell('assist', '已解除协办，无需再出具意见', 'holder'),
  conferenceConvened: tell('conference', '请参加会商，请查看时间、地点与议题', 'participants', 'lead'),
  conferenceConcluded: tell(
    'conference',
    '会商已形成决定，请查看纪要并按期落实后续事项',
    'participants',
    'lead',
  ),
  conferenceCancelled: tell('conference', '会商已取消', 'participants', 'lead'),
  conferenceLapsed: tell('conference', '诉求已办结，会商不再召开', 'participants'),
  followUpFinished: tell('followUp', '会商确定的后续事项已落实', 'lead'),
  followUpOverdue: tell('followUp', '会商确定的后续事项已到期，请尽快落实并反馈', 'holder', 'office'),
  followUpsReassigned: tell('followUp', '会商确定的后续事项已移交给您，请按期落实并反馈', 'participants'),
  requested: tell('request', '有申请待您裁定，请查看理由与依据', 'rulers'),
  recalled: tell('request', '申请已撤回，无需裁定', 'rulers'),
  ruled: tell('ruling', '申请已裁定，请查看结果', 'holder'),
  rulingDue: tell('request', '申请的裁定期限已到，请尽快裁定', 'rulers', 'office'),
  requestLapsed: tell('request', '诉求已变动，待裁定的申请自动失效', 'holder', 'rulers'),
  extended: tell('ruling', '办结时限已延期，原时限仍予保留', 'enterprise', 'officer', 'leader'),
  severityLowered: tell('ruling', '诉求的难易程度已调低', 'officer', 'leader'),
  suspended: tell(
    'suspended',
    '诉求已挂起，将于复核日期自动恢复办理',
    'enterprise',
    'officer',
    'leader',
    'assistants',
  ),
  resumed: tell('resumed', '诉求已恢复办理', 'holder', 'enterprise', 'officer', 'assistants'),
  reported: tell('reported', '承办单位提交了阶段性报告', 'office', 'leader', 'officer'),
  reopened: tell('reopened', '诉求已重办，请继续办理', 'holder', 'enterprise', 'officer', 'leader'),
  merged: tell('merged', '诉求已并入另一件一并办理', 'enterprise', 'officer', 'holder'),
  unmerged: tell('merged', '诉求已拆分，恢复单独办理', 'enterprise', 'officer', 'holder'),
  childMerged: tell('merged', '另一件诉求已并入本件，请一并办理', 'holder'),
  childUnmerged: tell('merged', '并入的诉求已拆分', 'holder'),
  rescheduled: tell('rescheduled', '因工作日历或时限规则调整，时限已重新计算', 'holder'),
  parentAdvanced: tell('answered', '并入的诉求已有办理结果', 'enterprise', 'officer'),
  joinedMatter: tell('matter', '诉求已列入同类诉求，将统一答复', 'holder'),
  leftMatter: tell('matter', '诉求已移出同类诉求，请单独答复', 'holder'),
  handedOver: tell('assigned', '诉求已移交给您，请接续办理', 'holder'),
} as const satisfies Record<EventType, NoticeRule | null>;

const LAMP_TEXT = { yellow: ['黄灯', '将至'], red: ['红灯', '已过'] } as const;

/** Which deadline the lamp is of: several can pass in the same instant. */
function lampText(lamp: 'yellow' | 'red', kind: unknown): string {
  const [colour, state] = LAMP_TEXT[lamp];
  const known = typeof kind === 'string' && isOneOf(CLOCK_KINDS, kind) ? CLOCK_KIND_LABEL[kind] : '';
  return `${colour}：${known}时限${state}`;
}

/** Which deadline a reminder is of. */
function reminderText({ kind, side }: TicketEvent['data']): string {
  const known = typeof kind === 'string' && isOneOf(CLOCK_KINDS, kind) ? CLOCK_KIND_LABEL[kind] : '';
  return `提醒：${known}时限${side === 'before' ? '将至' : '已过'}，请尽快办理`;
}

/** From the office up the paired leader takes charge beside the holder. */
const LEADER_FROM_TIER = 4;

type Refine = (rule: NoticeRule, data: TicketEvent['data']) => NoticeRule | null;

const withLeader: Refine = (rule, { tier }) =>
  typeof tier === 'number' && isOneOf(TIERS, tier) && tier >= LEADER_FROM_TIER
    ? { ...rule, to: [...rule.to, 'leader'], text: `诉求已交${TIER_LABEL[tier]}承办，请按时认领` }
    : rule;

/** What an event's own values change about whom it tells. */
const REFINED: Partial<Record<EventType, Refine>> = {
  routed: withLeader,
  dispatched: withLeader,
  reminded: (rule, data) => ({ ...rule, text: reminderText(data) }),
  lampChanged: (rule, { lamp, kind, again }) => {
    if (again === true) return null;
    if (lamp !== 'yellow' && lamp !== 'red') return rule;
    // The lead waits for an overdue opinion and can let the unit go.
    const to: readonly Audience[] = kind === 'assist' && lamp === 'red' ? [...rule.to, 'lead'] : rule.to;
    return { ...rule, to, text: lampText(lamp, kind) };
  },
  // A due time that only became certain needs no telling; the promise concerns the enterprise as well.
  rescheduled: (rule, { clockIds, promise }) => {
    if (!Array.isArray(clockIds) || clockIds.length === 0) return null;
    return promise === true
      ? {
          ...rule,
          to: [...rule.to, 'officer', 'enterprise'],
          text: '因工作日历或时限规则调整，办结时限已重新计算',
        }
      : rule;
  },
  // Nobody handles it now that could answer it on its own.
  leftMatter: (rule, { quiet }) => (quiet === true ? null : rule),
  // Whoever holds it hears that it was answered for them.
  answered: (rule, { matterId }) =>
    matterId === undefined
      ? rule
      : { ...rule, to: [...rule.to, 'lead'], text: '诉求已答复，待企业确认是否解决' },
  // What was told of a result is taken back when it did not hold.
  parentAdvanced: (rule, { status }) =>
    status === 'answered' || status === 'closed'
      ? rule
      : { ...rule, kind: 'reopened', text: '并入的诉求尚未解决，继续办理' },
  // A document the enterprise owes is the enterprise's to hand in.
  itemOverdue: (rule, { kind }) =>
    kind === 'deferred'
      ? { ...rule, to: ['enterprise', 'officer'], text: '容缺材料已到承诺日期，请尽快补交' }
      : rule,
  ruled: (rule, { approved }) => ({
    ...rule,
    text: approved === true ? '申请已获同意' : '申请未获同意，请继续办理',
  }),
  // What the enterprise writes is for those who work for it, not back to itself.
  commented: (rule, { visibility, from }) => {
    if (visibility !== 'enterprise') return null;
    return from === 'enterprise' ? { ...rule, to: ['holder', 'officer'], text: '企业有新的留言' } : rule;
  },
};

/** Whom this event tells, and what; null when nobody. */
export function noticeRule({ type, data }: Pick<TicketEvent, 'type' | 'data'>): NoticeRule | null {
  const rule: NoticeRule | null = RULES[type];
  return rule === null ? null : (REFINED[type] ?? ((same) => same))(rule, data);
}

/** The sentence as the recipient reads it. */
export const noticeText = (rule: NoticeRule, ticket: Pick<Ticket, 'number' | 'title'>): string =>
  `${ticket.number}《${ticket.title}》：${rule.text}`;
