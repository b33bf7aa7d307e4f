import type { Directory, LoggedEvent } from '@zhuqi/application';
import type { ChainLink, ChainReport, ClockExplanation } from '@zhuqi/domain';
import type { ChainLinkView, ChainView, EventView, ExplanationView } from './ticket.view';
import { isoOf, isoOrNull, namedOrNull, unitOf, valueOrNothing } from './view-values';

const HIDDEN_ACTOR = { kind: 'person', id: null, name: '（保密）' };

/** An event with its words beside its values; the submitter of a confidential ticket stays hidden. */
export const eventView = (event: LoggedEvent, hiddenPersonId: string | null): EventView => ({
  seq: event.seq,
  type: event.type,
  at: isoOf(event.at),
  actor: hiddenPersonId !== null && event.actor.id === hiddenPersonId ? HIDDEN_ACTOR : event.actor,
  data: { ...event.data, ...event.texts },
  hash: event.hash,
});

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
