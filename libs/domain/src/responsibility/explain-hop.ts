import { CHANNEL_LABEL, SEVERITIES, SEVERITY_LABEL, TIER_LABEL, TIERS, type Tier } from '../ticket/axes';
import { ESCALATION_CAUSE_LABEL, ESCALATION_CAUSES } from '../ticket/change';
import { listIn, numberIn, textIn, tierIn, wordIn, type EventData } from '../ticket/event-data';
import { HANDOVER_CAUSES, type EventType, type HandoverCause } from '../ticket/events';
import { ROUTING_RULES, ROUTING_SOURCES, type RoutingSource } from './chain-of-responsibility';

/** The event that began a hop: what happened, on which values, and who did it. */
export interface HopEvent {
  readonly type: EventType;
  readonly data: EventData;
  readonly actor: { readonly name: string };
}

/** Why a holder got the ticket, in one sentence; of an event of another kind only that nothing was recorded. */
export const explainHop = (event: HopEvent): string => HOPS[event.type]?.(event) ?? UNRECORDED;

const UNRECORDED = '当时没有记录原因';

const HOPS: Partial<Record<EventType, (event: HopEvent) => string | null>> = {
  routed: ({ data }) => routed(data),
  triaged: ({ data }) => triaged(data),
  dispatched: ({ data, actor }) => dispatched(data, actor.name),
  escalated: ({ data }) => escalated(data),
  reopened: ({ data, actor }) => {
    const round = numberIn(data, 'round');
    const which = round === null ? '' : `，进入第 ${String(round)} 轮`;
    return `${actor.name}决定重办，仍由原承办单位或人员办理${which}`;
  },
  answered: ({ actor }) => `${actor.name}现场答复，由答复人承办`,
  handedOver: ({ data }) => handedOver(data),
};

const SOURCE_TEXT = {
  pairing: '由包保该企业的驻企专员承办',
  township: '由企业所在街镇承办',
  industry: '由企业所属行业的行管部门承办',
  office: '由本区领导小组办公室承办',
  city: '由市级协调单位承办',
  project: '由项目指明的单位承办',
} as const satisfies Record<RoutingSource, string>;

function routed(data: EventData): string | null {
  const source = wordIn({ source: textIn(data, 'source') ?? oldWhy(data)[1] }, 'source', ROUTING_SOURCES);
  const start = started(data);
  return source === null || start === null ? null : `${start}，${SOURCE_TEXT[source]}`;
}

function triaged(data: EventData): string | null {
  const tier = tierIn(data, 'tier');
  if (tier === null) return null;
  return [started(data), `${TIER_LABEL[tier]}暂无承办单位或人员，转人工分诊`]
    .filter((part) => part !== null)
    .join('，');
}

/** Which rule chose the tier, and which tiers the district does not use were passed over. */
function started(data: EventData): string | null {
  const rule = wordIn({ rule: textIn(data, 'rule') ?? oldWhy(data)[0] }, 'rule', ROUTING_RULES);
  const start = tierIn(data, 'startTier') ?? tierIn(data, 'tier');
  if (rule === null || start === null) return null;
  const severity = wordIn(data, 'severity', SEVERITIES);
  const kind = severity === null ? '' : SEVERITY_LABEL[severity];
  const what = {
    complaint: `反映工作人员的诉求一律从${TIER_LABEL[start]}开始`,
    window: `${CHANNEL_LABEL.window}受理的${kind}诉求提高${String(numberIn(data, 'raisedBy') ?? '一')}级，从${TIER_LABEL[start]}开始`,
  };
  const said =
    rule === 'complaint' || rule === 'window'
      ? what[rule]
      : `${SEVERITY_LABEL[rule]}诉求从${TIER_LABEL[start]}开始`;
  const unused = TIERS.filter((tier) => listIn(data, 'unused').includes(String(tier)));
  const tier = tierIn(data, 'tier');
  if (unused.length === 0 || tier === null) return said;
  return `${said}，本区没有设置${labels(unused)}，顺延到${TIER_LABEL[tier]}`;
}

/** Events written before the parts were kept apart say `rule:source`. */
const oldWhy = (data: EventData): readonly [string, string] => {
  const [rule = '', source = ''] = (textIn(data, 'why') ?? '').split(':');
  return [rule, source];
};

const BECAUSE = {
  return: '退回申请经裁定同意，改由申请写明的单位承办',
  downgrade: '降级申请经裁定同意，改由较低层级承办',
} as const;
const BECAUSE_KEYS = ['return', 'downgrade'] as const;

function dispatched(data: EventData, by: string): string {
  const because = wordIn(data, 'because', BECAUSE_KEYS);
  if (because !== null) return BECAUSE[because];
  const tier = tierIn(data, 'tier');
  return tier === null ? `${by}交办` : `${by}交办到${TIER_LABEL[tier]}`;
}

const HANDED_OVER = {
  post: '承办人岗位交接，由接替人接续办理',
  complaint: '承办人岗位交接，诉求反映的正是接替人，改由其他承办单位办理',
  dissolution: '专班解散，移交接续办理',
} as const satisfies Record<HandoverCause, string>;

/** To whom the cause is not told. */
const UNTOLD_HANDOVER = '诉求移交，由现承办单位或人员接续办理';

function handedOver(data: EventData): string | null {
  const cause = wordIn(data, 'cause', HANDOVER_CAUSES);
  return cause === null ? UNTOLD_HANDOVER : HANDED_OVER[cause];
}

function escalated(data: EventData): string | null {
  const cause = wordIn(data, 'cause', ESCALATION_CAUSES);
  const way = riseText(data);
  return cause === null || way === null ? null : `${ESCALATION_CAUSE_LABEL[cause]}，${way}`;
}

/** From where to where a ticket rose, with the tiers that could not take it. */
export function riseText(data: EventData): string | null {
  const [from, to] = [tierIn(data, 'fromTier'), tierIn(data, 'toTier')];
  if (from === null || to === null) return null;
  const passed = TIERS.filter((tier) => tier > from && tier < to);
  const over = passed.length === 0 ? '' : `（${labels(passed)}没有设置或暂无承办单位，已越过）`;
  return `由${TIER_LABEL[from]}提级到${TIER_LABEL[to]}${over}`;
}

const labels = (tiers: readonly Tier[]): string => tiers.map((tier) => TIER_LABEL[tier]).join('、');
