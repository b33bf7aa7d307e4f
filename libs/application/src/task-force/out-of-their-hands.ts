import type { Holder } from '@zhuqi/domain';
import { complaintHolder } from '../handover/complaint-holder';
import type { Directory } from '../ports/directory';
import type { Scene } from '../ticket/procedure';

/**
 * Who goes on with a ticket that these people must neither handle nor hear of: the office or the city's above it, where
 * somebody else is; otherwise the office all the same, in whose list of what nobody looks after the city finds it.
 * Null in a district without an office.
 */
export async function outOfTheirHands(
  directory: Directory,
  { ctx: { chain } }: Scene,
  personIds: readonly string[],
): Promise<Holder | null> {
  const somebodyElse = await complaintHolder(directory, chain, personIds);
  if (somebodyElse !== null || chain.officeId === null) return somebodyElse;
  return { tier: 4, unitId: chain.officeId, personId: null };
}
