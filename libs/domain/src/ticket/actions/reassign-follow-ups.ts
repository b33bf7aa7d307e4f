import { added } from '../added';
import { alter, record, unchanged, type Change } from '../change';
import type { FollowUp } from '../conference';
import type { Context } from '../context';
import type { Ticket } from '../ticket';

/** Who is to do what a conference decided: a unit, or a person; one of them. */
export type Assignee = Pick<FollowUp, 'unitId' | 'personId'>;

const isOf = (followUp: FollowUp, { unitId, personId }: Assignee): boolean =>
  followUp.doneAt === null && followUp.unitId === unitId && followUp.personId === personId;

/**
 * What somebody still has to do after conferences goes on with another, who may read the ticket from now on; the days
 * stay. Whatever the ticket's status: what was decided stands. Nothing happens where nothing is to be done.
 */
export function reassignFollowUps(ticket: Ticket, from: Assignee, to: Assignee, ctx: Context): Change {
  const passed = ticket.followUps.filter((followUp) => isOf(followUp, from));
  if (passed.length === 0) return unchanged(ticket);
  const change = alter(unchanged(ticket), {
    followUps: ticket.followUps.map((each) => (passed.includes(each) ? { ...each, ...assignee(to) } : each)),
    heldUnitIds: added(ticket.heldUnitIds, to.unitId),
    heldPersonIds: added(ticket.heldPersonIds, to.personId),
  });
  return record(change, ctx, 'followUpsReassigned', {
    data: {
      followUps: passed.map(({ ordinal }) => String(ordinal)),
      ...{ fromUnitId: from.unitId, fromPersonId: from.personId },
      ...{ unitIds: listed(to.unitId), personIds: listed(to.personId) },
    },
  });
}

const assignee = ({ unitId, personId }: Assignee) => ({ unitId, personId });
const listed = (id: string | null): readonly string[] => (id === null ? [] : [id]);
