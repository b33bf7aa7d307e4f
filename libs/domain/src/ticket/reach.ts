import { refused, type Declined } from '../decision';
import { convenes, NOT_CONVENER, plannedConferences } from './conference';
import type { Action, Standing } from './lifecycle';
import type { Ticket } from './ticket';

const OFFICERS_REACH = 2;

/** An officer, and nothing more to this ticket, hands it to the township and takes it from nobody above. */
function withinOfficersReach({ tier, townshipId }: Ticket): Declined | null {
  if (townshipId === null) return refused('unit.not_allowed', '该企业没有属地街镇，请由调度办交办');
  return tier === null || tier <= OFFICERS_REACH
    ? null
    : refused('unit.not_allowed', '诉求已由上级单位承办，专员不能改派');
}

/** Whoever convened none of the conferences to come has none to bring to its end; where there is none, nobody has. */
function ofConvener({ conferences }: Ticket, standings: ReadonlySet<Standing>): Declined | null {
  const planned = plannedConferences(conferences);
  return planned.length === 0 || planned.some((each) => convenes(standings, each)) ? null : NOT_CONVENER;
}

type Bound = (ticket: Ticket, standings: ReadonlySet<Standing>) => Declined | null;

/** What a standing may not do although the table lets it: the ticket is out of its reach (403). */
const REACH: Partial<Record<Action, Partial<Record<Standing, Bound>>>> = {
  dispatch: { officer: withinOfficersReach },
  conclude: { leader: ofConvener, holder: ofConvener },
  cancelConference: { leader: ofConvener, holder: ofConvener },
};

/** Asked for the widest of the actor's standings that may take the action, with all of them. */
export const outOfReach = (
  action: Action,
  { standing, standings }: { readonly standing: Standing; readonly standings: ReadonlySet<Standing> },
  ticket: Ticket,
): Declined | null => REACH[action]?.[standing]?.(ticket, standings) ?? null;
