import type { TicketFilter, TicketListRequest } from '@zhuqi/application';
import {
  hasRole,
  leadersOf,
  personsOf,
  STATUSES,
  unitsOf,
  type PersonActor,
  type Scope,
  type TicketStatus,
} from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { NOW } from './lamp.sql';
import { isFinal, isOpen, OPEN_STATUSES, statusIn } from './open-status.sql';
import { WAITS_FOR_TRIAGE } from './ticket-filter.sql';
import { DUE } from './ticket-order.sql';

/**
 * A way into the ticket table that an index answers in the order of the page, so that a page costs the same
 * among a million tickets. Drivers only say where to look: scope and filter apply behind each of them.
 */
export interface Driver {
  /** Values to try one after another, as a `from` item; null when there is only one. */
  readonly each: string | null;
  readonly condition: string;
  /** The driver leaves it to scope and filter to lead the way. */
  readonly open: boolean;
}

export interface Asking {
  readonly reader: PersonActor;
  readonly scope: Scope;
  readonly filter: TicketFilter;
  readonly sort: TicketListRequest['sort'];
  readonly parameters: Parameters;
}

const way = (condition: string, each: string | null = null): Driver => ({ each, condition, open: false });
const and = (driver: Driver, condition: string): Driver => ({
  ...driver,
  condition: `${driver.condition} and ${condition}`,
});
const anywhere = (condition: string): Driver => ({ each: null, condition, open: true });

/** The ways in that together reach everything the reader may see under this filter. */
export function driversOf(asking: Asking): Driver[] {
  const { scope, filter, reader, parameters } = asking;
  if (filter.view === 'mine') return ownDrivers(asking);
  if (filter.projectId !== undefined) {
    return byLifeStage(equal('project_id', filter.projectId, parameters), asking);
  }
  if (filter.enterpriseId !== undefined) {
    return byLifeStage(equal('enterprise_id', filter.enterpriseId, parameters), asking);
  }
  if (filter.view === 'unit')
    return [and(oneOf('holder_unit_id', 'uuid', unitsOf(reader), parameters), isOpen())];
  if (filter.holderUnitId !== undefined && sought(filter).final.length === 0) {
    return [and(equal('holder_unit_id', filter.holderUnitId, parameters), isOpen())];
  }
  if (filter.q !== undefined && scope.regionCodes.length !== 1) return [anywhere('true')];
  return [
    ...(scope.regionCodes.length === 0 ? [] : regionDrivers(asking)),
    ...(scope.enterpriseIds.length === 0
      ? []
      : byLifeStage(oneOf('enterprise_id', 'uuid', scope.enterpriseIds, parameters), asking)),
    ...holderDrivers(asking),
  ];
}

function ownDrivers(asking: Asking): Driver[] {
  const { reader, parameters } = asking;
  const paired = reader.pairedEnterpriseIds;
  return [
    and(oneOf('holder_person_id', 'uuid', personsOf(reader), parameters), isOpen()),
    ...(hasRole(reader, 'enterprise')
      ? byLifeStage(equal('enterprise_id', reader.enterpriseId, parameters), asking)
      : []),
    ...(hasRole(reader, 'district_leader')
      ? [oneOf('leader_id', 'uuid', leadersOf(reader), parameters)]
      : []),
    ...(hasRole(reader, 'liaison_officer') && paired.length > 0
      ? [and(oneOf('enterprise_id', 'uuid', paired, parameters), isOpen())]
      : []),
  ];
}

const equal = (column: string, id: string | null, parameters: Parameters): Driver =>
  way(`t.${column} = ${parameters.add(id)}::uuid`);

function oneOf(column: string, type: string, values: readonly string[], parameters: Parameters): Driver {
  if (values.length === 1) return way(`t.${column} = ${parameters.add(values[0])}::${type}`);
  return way(`t.${column} = one.value`, `unnest(${parameters.add(values)}::${type}[]) as one(value)`);
}

const MOST_STATUSES_TO_TRY = 3;

/** A red lamp on an ended ticket is a clock that was stopped past its due time; a partial index has no others. */
export const ENDED_LATE = `t.id in (select late.ticket_id from ticket_clock late
  where late.state = 'stopped' and late.stopped_at > late.due_at and late.kind in ('resolve', 'leg'))`;

function regionDrivers(asking: Asking): Driver[] {
  const { scope, filter, sort, parameters } = asking;
  if (sort !== 'due') return [oneOf('region_code', 'text', scope.regionCodes, parameters)];
  // Many regions are most of what there is: read in order across them rather than one after another.
  if (scope.regionCodes.length > 1) {
    return byLifeStage(way(`t.region_code = any(${parameters.add(scope.regionCodes)}::text[])`), asking);
  }
  const region = oneOf('region_code', 'text', scope.regionCodes, parameters);
  if (filter.view === 'triage') return [and(region, WAITS_FOR_TRIAGE)];
  const { open, final } = sought(filter);
  const wanted = [...open, ...final];
  return wanted.length <= MOST_STATUSES_TO_TRY && filter.lamp !== 'red'
    ? wanted.map((status) => and(region, statusIn([status])))
    : byLifeStage(region, asking);
}

/** What a unit or a person holds or held is found in an array: the planner weighs its share against the order. */
function holderDrivers(asking: Asking): Driver[] {
  const { scope, parameters } = asking;
  const held = (column: string, ids: readonly string[]): Driver =>
    way(`t.${column} && ${parameters.add(ids)}::uuid[]`);
  return [
    ...(scope.unitIds.length === 0 ? [] : byLifeStage(held('held_unit_ids', scope.unitIds), asking)),
    ...(scope.heldByPerson ? byLifeStage(held('held_person_ids', scope.personIds), asking) : []),
  ];
}

/** By due time, open and ended tickets are kept in order apart; those with a red lamp are few among either. */
function byLifeStage(driver: Driver, { filter, sort }: Asking): Driver[] {
  if (sort !== 'due') return [driver];
  const { open, final } = sought(filter);
  const red = filter.lamp === 'red' || filter.view === 'overdue';
  const some = filter.statuses !== undefined;
  const queue = and(driver, some ? statusIn(open) : isOpen());
  const ended = and(driver, some ? statusIn(final) : isFinal());
  return [
    ...(open.length === 0 ? [] : [red ? and(queue, `${DUE} <= ${NOW}`) : queue]),
    ...(final.length === 0 ? [] : [red ? and(ended, ENDED_LATE) : ended]),
  ];
}

/** Only an open ticket is yellow or grey; what is overdue, escalated or waiting for triage is open. */
const opensOnly = ({ lamp, view }: TicketFilter): boolean =>
  lamp === 'yellow' || lamp === 'grey' || view === 'overdue' || view === 'escalations' || view === 'triage';

/** The statuses the filter leaves. */
function sought(filter: TicketFilter): { open: readonly TicketStatus[]; final: readonly TicketStatus[] } {
  const wanted = STATUSES.filter((status) => filter.statuses?.includes(status) ?? true);
  return {
    open: wanted.filter((status) => OPEN_STATUSES.includes(status)),
    final: opensOnly(filter) ? [] : wanted.filter((status) => !OPEN_STATUSES.includes(status)),
  };
}
