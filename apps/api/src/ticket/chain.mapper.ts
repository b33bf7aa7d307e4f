import type { Directory, HopReason, ToldChain } from '@zhuqi/application';
import type { AssistShare, ChainLink, ChainTotals, RoundShare } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { AssistShareView, ChainLinkView, ChainSharesView, ChainView, RoundView } from './explain.view';
import { isoOrNull, namedOrNull, unitNamed } from './view-values';

/** The chain with names for its ids; sums, rounds and durations as the domain cut them. */
export async function chainView(
  { report, reasons, assists }: ToldChain,
  directory: Directory,
): Promise<ChainView> {
  const { links, rounds, total } = report;
  const durationOf = (share: ChainTotals | undefined) =>
    share === undefined
      ? null
      : { workingSeconds: share.workingSeconds, workingMinutes: share.workingMinutes };
  const { workingSeconds, workingMinutes } = total;
  return {
    items: await Promise.all(links.map((link) => linkView(link, reasons.get(link.seq) ?? null, directory))),
    total,
    rounds: rounds.map(roundView),
    durations: {
      first: durationOf(rounds[0]),
      last: durationOf(rounds.at(-1)),
      total: { workingSeconds, workingMinutes },
    },
    assists: await Promise.all(assists.map((share) => assistShareView(share, directory))),
    nextCursor: null,
  };
}

const shares = (of: ChainTotals): ChainSharesView => ({
  workingSeconds: of.workingSeconds,
  workingMinutes: of.workingMinutes,
  overdueSeconds: of.overdueSeconds,
  overdueMinutes: of.overdueMinutes,
});

async function linkView(
  link: ChainLink,
  because: HopReason | null,
  directory: Directory,
): Promise<ChainLinkView> {
  const [unit, person] = await Promise.all([
    unitNamed(directory, link.unitId),
    namedOrNull(directory, link.personId),
  ]);
  return {
    ...{ tier: link.tier, round: link.round, unit, person },
    ...{ from: isoOf(link.fromAt), to: isoOrNull(link.toAt) },
    ...{ dueAt: isoOrNull(link.dueAt), legDueAt: isoOrNull(link.legDueAt) },
    ...shares(link),
    because,
  };
}

function roundView(share: RoundShare): RoundView {
  const { round, toAt } = share;
  const { opened, outcome, solved, rating, answeredAt } = round;
  const answered = answeredAt !== null;
  return {
    ...{ round: round.number, opened, from: isoOf(round.from), to: isoOrNull(toAt) },
    ...{ answeredAt: isoOrNull(answeredAt), outcome, solved, rating },
    late: answered ? round.late : null,
    lateWithoutExtension: answered ? round.lateWithoutExtension : null,
    ...shares(share),
  };
}

async function assistShareView(share: AssistShare, directory: Directory): Promise<AssistShareView> {
  const { unitId, state, round, askedAt, endedAt } = share.assist;
  return {
    unit: (await unitNamed(directory, unitId)) ?? { id: unitId, name: '' },
    ...{ state, round, askedAt: isoOf(askedAt), endedAt: isoOrNull(endedAt), dueAt: isoOrNull(share.dueAt) },
    ...shares(share),
  };
}
