import { accepted, refused, type Decision } from '../../decision';
import { alter, record, unchanged, type Change } from '../change';
import { releaseAll } from '../assisting';
import { stopAllClocks } from '../clockwork';
import type { Context } from '../context';
import { endHop } from '../hop';
import type { Ticket } from '../ticket';

export interface RejectInput {
  readonly ground: string;
  readonly explanation: string;
  /** The legal grounds the district lists. */
  readonly knownGrounds: readonly string[];
}

/** Turned away on a listed legal ground, which the enterprise is told. */
export function reject(ticket: Ticket, input: RejectInput, ctx: Context): Decision<Change> {
  if (!input.knownGrounds.includes(input.ground)) {
    return refused('rejection.unknown_ground', '不予受理须引用所列理由之一', '/ground');
  }
  const ended = endHop(releaseAll(stopAllClocks(ticket, ctx), ctx), ctx);
  const change = alter(unchanged(ended), { status: 'rejected', closedAt: ctx.now, wakeAt: null });
  return accepted(
    record(change, ctx, 'rejected', {
      data: { ground: input.ground },
      texts: { explanation: input.explanation },
    }),
  );
}
