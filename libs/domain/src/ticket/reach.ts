import { refused, type Declined } from '../decision';
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

/** What a standing may not do although the table lets it: the ticket is out of its reach (403). */
const REACH: Partial<Record<Action, Partial<Record<Standing, (ticket: Ticket) => Declined | null>>>> = {
  dispatch: { officer: withinOfficersReach },
};

export const outOfReach = (action: Action, standing: Standing, ticket: Ticket): Declined | null =>
  REACH[action]?.[standing]?.(ticket) ?? null;
