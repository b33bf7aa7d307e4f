import {
  HELD_BY_UNIT,
  isOneOf,
  type Assignee,
  type Change,
  type PersonActor,
  type Ticket,
} from '@zhuqi/domain';
import type { Transaction } from '../ports/transaction';
import type { Scene, TicketProcedure } from '../ticket/procedure';

/** Every ticket a locked task force has to do with, whether or not the actor may read it. */
export async function scenesOf(
  tx: Transaction,
  procedure: TicketProcedure,
  { id, actor }: { readonly id: string; readonly actor: PersonActor },
): Promise<readonly Scene[]> {
  const scenes: Scene[] = [];
  for (const ticketId of await tx.taskForces.concernedTicketIds(id)) {
    const locked = await tx.lockTicket(ticketId);
    if (locked !== null) scenes.push(await procedure.scene(tx, locked, actor));
  }
  return scenes;
}

export const isHeldBy = ({ holderUnitId, status }: Ticket, unitId: string): boolean =>
  holderUnitId === unitId && isOneOf(HELD_BY_UNIT, status);

/** A unit as the one that has something to do. */
export const unitOnly = (unitId: string | null): Assignee => ({ unitId, personId: null });

/** One decision after the other, as one change. */
export function goOn(first: Change, next: (ticket: Ticket) => Change): Change {
  const then = next(first.ticket);
  return {
    ticket: then.ticket,
    events: [...first.events, ...then.events],
    escalations: [...first.escalations, ...then.escalations],
  };
}
