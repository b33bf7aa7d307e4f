import type { Day } from '@zhuqi/domain';
import type { HeldTicket, PairingInHand, PostPeople } from '../ports/handover-desk';
import type { Transaction } from '../ports/transaction';

/** What a person has to hand on. */
export interface Holdings {
  readonly tickets: readonly HeldTicket[];
  readonly pairings: readonly PairingInHand[];
  /** Task forces it leads. */
  readonly ledUnitIds: readonly string[];
}

/** Everything of a post that somebody else would take on from a day. */
export async function holdingsOf(
  { handovers }: Transaction,
  people: PostPeople,
  from: Day,
): Promise<Holdings> {
  const tickets = await handovers.ofPost(people);
  const pairings = await handovers.pairingsOf(people.fromPersonId, from);
  return { tickets, pairings, ledUnitIds: await handovers.ledBy(people.fromPersonId) };
}

export const holdsNothing = ({ tickets, pairings, ledUnitIds }: Holdings): boolean =>
  tickets.length + pairings.length + ledUnitIds.length === 0;
