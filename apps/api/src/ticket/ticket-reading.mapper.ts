import type { Directory, LoggedEvent } from '@zhuqi/application';
import type { ChainLink, ChainReport, ClockExplanation } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { ActorView, ChainLinkView, ChainView, EventView, ExplanationView } from './ticket.view';
import { isoOrNull, namedOrNull, unitOf, valueOrNothing } from './view-values';

const HIDDEN_ACTOR: ActorView = { kind: 'person', id: null, name: '（保密）' };

/** An event with its words beside its values; who is not told the submitter sees nothing of the enterprise. */
export const eventView = (event: LoggedEvent, submitterTold: boolean): EventView => ({
  seq: event.seq,
  type: event.type,
  at: isoOf(event.at),
  actor: actorView(event.actor, submitterTold),
  data: { ...(submitterTold ? event.data : withoutEnterprise(event.data)), ...event.texts },
  hash: event.hash,
});

/** Any person of the enterprise would give it away, not only the one who submitted. */
const actorView = ({ kind, id, name, enterpriseId }: LoggedEvent['actor'], told: boolean): ActorView =>
  told || enterpriseId === null ? { kind, id, name } : HIDDEN_ACTOR;

function withoutEnterprise({ enterpriseId: _hidden, ...data }: LoggedEvent['data']): LoggedEvent['data'] {
  return data;
}

export async function chainView(report: ChainReport, directory: Directory): Promise<ChainView> {
  const items = await Promise.all(report.links.map((link) => linkView(link, directory)));
  return { items, total: report.total, nextCursor: null };
}

async function linkView(link: ChainLink, directory: Directory): Promise<ChainLinkView> {
  const [unit, person] = await Promise.all([
    unitOf(directory, link.unitId),
    namedOrNull(directory, link.personId),
  ]);
  return {
    tier: link.tier,
    round: link.round,
    unit: unit === null ? null : { id: unit.id, name: unit.name },
    person,
    from: isoOf(link.fromAt),
    to: isoOrNull(link.toAt),
    dueAt: isoOrNull(link.dueAt),
    legDueAt: isoOrNull(link.legDueAt),
    workingSeconds: link.workingSeconds,
    workingMinutes: link.workingMinutes,
    overdueSeconds: link.overdueSeconds,
    overdueMinutes: link.overdueMinutes,
  };
}

export const explanationView = (explanation: ClockExplanation): ExplanationView => ({
  startedAt: isoOf(explanation.startedAt),
  dueAt: isoOf(explanation.dueAt),
  workingSeconds: explanation.workingSeconds,
  segments: explanation.segments.map((segment) => ({
    from: isoOf(segment.from),
    to: isoOf(segment.to),
    seconds: segment.seconds,
    reason: segment.reason,
    ...valueOrNothing('note', segment.note ?? null),
  })),
});
