import type { EscalationState } from '@zhuqi/application';
import { hasRole, scopeOf, STATUSES, type PersonActor, type TicketStatus } from '@zhuqi/domain';
import { scopeCondition, type Parameters } from '../access/scope-sql';
import { OPEN_STATUSES, statusIn } from '../ticket-list/open-status.sql';

const UNANSWERED: readonly TicketStatus[] = OPEN_STATUSES.filter((status) => status !== 'answered');

const STATE_CONDITION = {
  open: statusIn(UNANSWERED),
  done: statusIn(STATUSES.filter((status) => !UNANSWERED.includes(status))),
} as const satisfies Record<EscalationState, string>;

/** Which escalated tickets are a reader's business, within its scope. */
export function queueConditions(
  reader: PersonActor,
  state: EscalationState,
  parameters: Parameters,
): string[] {
  return [
    STATE_CONDITION[state],
    ownBusiness(reader, parameters),
    scopeCondition(scopeOf(reader), parameters),
  ];
}

/** The office and the auditor all of their regions, a leader its enterprises' and all at tier 4, the city tier 5. */
function ownBusiness(reader: PersonActor, parameters: Parameters): string {
  const ways: string[] = [];
  if (hasRole(reader, 'office_dispatcher', 'auditor')) ways.push('true');
  if (hasRole(reader, 'district_leader')) {
    ways.push(`t.leader_id = ${parameters.add(reader.id)}::uuid`, 't.tier >= 4');
  }
  if (hasRole(reader, 'city_coordinator')) ways.push('t.tier = 5');
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}
