import type { EscalationState } from '@zhuqi/application';
import { hasRole, leadersOf, scopeOf, STATUSES, type PersonActor, type TicketStatus } from '@zhuqi/domain';
import { scopeCondition, type Parameters } from '../access/scope-sql';
import { NOW } from '../ticket-list/lamp.sql';
import { OPEN_STATUSES, statusIn } from '../ticket-list/open-status.sql';
import { ENDED_LATE } from '../ticket-list/ticket-driver.sql';
import { DUE } from '../ticket-list/ticket-order.sql';

const UNANSWERED: readonly TicketStatus[] = OPEN_STATUSES.filter((status) => status !== 'answered');

const STATE_CONDITION = {
  open: statusIn(UNANSWERED),
  done: statusIn(STATUSES.filter((status) => !UNANSWERED.includes(status))),
} as const satisfies Record<EscalationState, string>;

/** The parts of the queue in the order in which it is read; what is not yet yellow comes after all that is. */
export const RANKS = ['red', 'yellow', 'other'] as const;
export type Rank = (typeof RANKS)[number];

export interface Conditions {
  /** What the indexes of the queue are made for. */
  readonly place: readonly string[];
  readonly rest: readonly string[];
}

/** Which lamps a part holds, and where to look for red ones before any lamp is computed. */
const RANK_CONDITION: Record<Rank, Record<EscalationState, readonly string[]>> = {
  red: {
    open: ['lamp.weight = 3', `${DUE} <= ${NOW}`],
    done: ['lamp.weight = 3', `(${ENDED_LATE} or t.status = 'answered')`],
  },
  yellow: { open: ['lamp.weight = 2'], done: ['false'] },
  other: { open: ['lamp.weight < 2'], done: ['lamp.weight < 3'] },
};

/** The escalated tickets that are a reader's business, within its scope. */
export function queueConditions(
  reader: PersonActor,
  state: EscalationState,
  parameters: Parameters,
): Conditions {
  return {
    place: ['t.escalated_at is not null', STATE_CONDITION[state]],
    rest: [ownBusiness(reader, parameters), scopeCondition(scopeOf(reader), parameters)],
  };
}

export const rankConditions = (state: EscalationState, rank: Rank): readonly string[] =>
  RANK_CONDITION[rank][state];

/** The office and the auditor all of their regions, a leader its enterprises' and all at tier 4, the city tier 5. */
function ownBusiness(reader: PersonActor, parameters: Parameters): string {
  const ways: string[] = [];
  if (hasRole(reader, 'office_dispatcher', 'auditor')) ways.push('true');
  if (hasRole(reader, 'district_leader')) {
    ways.push(`t.leader_id = any(${parameters.add(leadersOf(reader))}::uuid[])`, 't.tier >= 4');
  }
  if (hasRole(reader, 'city_coordinator')) ways.push('t.tier = 5');
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}
