import type { TicketFilter, TicketListRequest } from '@zhuqi/application';
import { hasRole, STATUSES, type PersonActor, type Scope, type TicketStatus } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { isOpen, OPEN_STATUSES, statusIn } from './open-status.sql';

/**
 * A way into the ticket table that an index answers in the order of the page, so that a page costs the same
 * among a million tickets. Drivers only say where to look: scope and filter apply behind each of them.
 */
export interface Driver {
  /** Values to try one after another, as a `from` item; null when there is only one. */
  readonly each: string | null;
  readonly condition: string;
}

const ANYWHERE: Driver = { each: null, condition: 'true' };
const MOST_STATUSES_TO_TRY = 3;

/** The ways in that together reach everything the reader may see under this filter. */
export function driversOf(
  reader: PersonActor,
  scope: Scope,
  request: Pick<TicketListRequest, 'filter' | 'sort'>,
  parameters: Parameters,
): Driver[] {
  const { filter } = request;
  if (filter.view === 'mine') return ownDrivers(reader, parameters);
  if (isNarrow(filter)) return [ANYWHERE];
  return [
    ...(scope.regionCodes.length === 0 ? [] : regionDrivers(scope.regionCodes, request, parameters)),
    ...(scope.enterpriseIds.length === 0
      ? []
      : [oneOf('enterprise_id', 'uuid', scope.enterpriseIds, parameters)]),
    ...(scope.unitId === null ? [] : [held('held_unit_ids', scope.unitId, parameters)]),
    ...(scope.heldByPerson ? [held('held_person_ids', scope.personId, parameters)] : []),
  ];
}

/** The filter itself leads to few tickets. */
const isNarrow = (filter: TicketFilter): boolean =>
  filter.q !== undefined ||
  filter.enterpriseId !== undefined ||
  filter.holderUnitId !== undefined ||
  filter.view === 'unit';

function ownDrivers(reader: PersonActor, parameters: Parameters): Driver[] {
  const equal = (column: string, id: string | null): Driver => ({
    each: null,
    condition: `t.${column} = ${parameters.add(id)}::uuid`,
  });
  const personal = equal('holder_person_id', reader.id);
  const open = (driver: Driver): Driver => ({ ...driver, condition: `${driver.condition} and ${isOpen()}` });
  const paired = reader.pairedEnterpriseIds;
  return [
    open(personal),
    ...(hasRole(reader, 'enterprise') ? [equal('enterprise_id', reader.enterpriseId)] : []),
    ...(hasRole(reader, 'district_leader') ? [equal('leader_id', reader.id)] : []),
    ...(hasRole(reader, 'liaison_officer') && paired.length > 0
      ? [open(oneOf('enterprise_id', 'uuid', paired, parameters))]
      : []),
  ];
}

function oneOf(column: string, type: string, values: readonly string[], parameters: Parameters): Driver {
  if (values.length === 1)
    return { each: null, condition: `t.${column} = ${parameters.add(values[0])}::${type}` };
  const each = `unnest(${parameters.add(values)}::${type}[]) as one_${column}(value)`;
  return { each, condition: `t.${column} = one_${column}.value` };
}

const held = (column: string, id: string, parameters: Parameters): Driver => ({
  each: null,
  condition: `t.${column} @> array[${parameters.add(id)}]::uuid[]`,
});

function regionDrivers(
  regionCodes: readonly string[],
  { filter, sort }: Pick<TicketListRequest, 'filter' | 'sort'>,
  parameters: Parameters,
): Driver[] {
  const region = oneOf('region_code', 'text', regionCodes, parameters);
  if (sort === '-submittedAt') return [region];
  const wanted = STATUSES.filter((status) => sought(filter).includes(status));
  const open = wanted.filter((status) => OPEN_STATUSES.includes(status));
  if (open.length <= MOST_STATUSES_TO_TRY) return [eachStatus(region, wanted)];
  const finals = wanted.filter((status) => !OPEN_STATUSES.includes(status));
  const inQueue = { ...region, condition: `${region.condition} and ${isOpen()}` };
  return finals.length === 0 ? [inQueue] : [inQueue, eachStatus(region, finals)];
}

function eachStatus(region: Driver, statuses: readonly TicketStatus[]): Driver {
  const [only] = statuses;
  if (statuses.length === 1 && only !== undefined) {
    return { ...region, condition: `${region.condition} and ${statusIn([only])}` };
  }
  const each = `(values ${statuses.map((status) => `('${status}')`).join(',')}) as one_status(value)`;
  return {
    each: region.each === null ? each : `${region.each} cross join ${each}`,
    condition: `${region.condition} and t.status = one_status.value`,
  };
}

/** The statuses the filter and its view leave. */
function sought({ statuses = STATUSES, view }: TicketFilter): readonly TicketStatus[] {
  if (view === 'overdue' || view === 'escalations')
    return statuses.filter((status) => OPEN_STATUSES.includes(status));
  if (view === 'triage') return statuses.filter((status) => status === 'submitted' || status === 'accepted');
  return statuses;
}
