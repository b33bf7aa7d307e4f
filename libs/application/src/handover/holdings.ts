import type { Day } from '@zhuqi/domain';
import type { HeldTicket, PairingInHand, PostPeople, ProjectInHand } from '../ports/handover-desk';
import type { Transaction } from '../ports/transaction';

/** What a person has to hand on. */
export interface Holdings {
  readonly tickets: readonly HeldTicket[];
  readonly pairings: readonly PairingInHand[];
  /** Running projects of which it is the leader or the secretary. */
  readonly projects: readonly ProjectInHand[];
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
  const projects = await handovers.projectsOf(people.fromPersonId);
  return { tickets, pairings, projects, ledUnitIds: await handovers.ledBy(people.fromPersonId) };
}

export const holdsNothing = ({ tickets, pairings, projects, ledUnitIds }: Holdings): boolean =>
  tickets.length + pairings.length + projects.length + ledUnitIds.length === 0;
