import type { TicketFilter, TicketView } from '@zhuqi/application';
import {
  hasRole,
  leadersOf,
  personsOf,
  unitsOf,
  type Lamp,
  type PersonActor,
  type Population,
} from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { submitterCondition } from '../access/submitter-sql';
import { enterpriseSearchCondition } from '../enterprise/enterprise-search.sql';
import { contains, hasBigrams, sharesBigrams } from '../search/contains-text.sql';
import { NOW } from './lamp.sql';
import { isOpen, statusIn } from './open-status.sql';
import { DUE } from './ticket-order.sql';

/** What a filter asks of the ticket `t`, by the part each condition plays in finding it. */
export interface FilterConditions {
  /** Where to look: a driver says the same in a form that an index answers. */
  readonly place: readonly string[];
  /** What to look at there; those on lamps need `lamp` and `moment` in the statement. */
  readonly rest: readonly string[];
  /** Ways to match the text, any of which is enough; empty without a text. */
  readonly texts: readonly string[];
}

export function filterConditions(
  filter: TicketFilter,
  reader: PersonActor,
  parameters: Parameters,
): FilterConditions {
  const equal = (column: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`t.${column} = ${parameters.add(value)}`];
  const { statuses, enterpriseId, projectId, holderUnitId, lamp, q, view } = filter;
  return {
    place: [
      ...(statuses === undefined ? [] : [statusIn(statuses)]),
      ...(view === undefined ? [] : VIEWS[view](reader, parameters)),
      ...equal('enterprise_id', enterpriseId),
      ...equal('project_id', projectId),
      ...equal('holder_unit_id', holderUnitId),
    ],
    rest: [
      ...(filter.population === undefined ? [] : [IN_POPULATION[filter.population]]),
      ...equal('tier', filter.tier),
      ...equal('severity', filter.severity),
      ...equal('category', filter.category),
      // Finding a confidential ticket by its enterprise or project would tell whose it is.
      ...(enterpriseId === undefined && projectId === undefined
        ? []
        : [submitterCondition(reader, parameters)]),
      ...(lamp === undefined ? [] : lampConditions(lamp, parameters)),
      ...(view === 'overdue' ? lampConditions('red', parameters) : []),
      ...(view === 'escalations' ? [ESCALATED] : []),
    ],
    texts: q === undefined ? [] : textConditions(q, reader, parameters),
  };
}

/** Whether a filter looks at lamps, which are computed and cost two look-ups a ticket. */
export const asksForLamp = (filter: TicketFilter): boolean =>
  filter.lamp !== undefined || filter.view === 'overdue';

/** As `populationOf` of the domain has it. */
const IN_POPULATION = {
  enterprise: 't.project_id is null',
  project: 't.project_id is not null',
} as const satisfies Record<Population, string>;

const ESCALATED = '(t.tier >= 4 or exists (select from escalation where escalation.ticket_id = t.id))';

/**
 * Yellow and red have to do with a due time, which the sort key tells before any clock is looked up: yellow lies
 * ahead, an open ticket's red has passed.
 */
function lampConditions(lamp: Lamp, parameters: Parameters): string[] {
  const color = `lamp.color = ${parameters.add(lamp)}`;
  if (lamp === 'yellow') return [isOpen(), `${DUE} > ${NOW}`, `${DUE} < 'infinity'`, color];
  if (lamp === 'red') return [`(${DUE} <= ${NOW} or not ${isOpen()})`, color];
  return lamp === 'grey' ? [isOpen(), color] : [color];
}

const SEARCH_TEXT = "t.number || ' ' || t.title";

/** A fragment of the title or the number; or of the enterprise, where the reader may know it. */
function textConditions(q: string, reader: PersonActor, parameters: Parameters): string[] {
  const text = parameters.add(q);
  const within = contains(SEARCH_TEXT, text);
  const enterprises = `select e.id from enterprise e where ${enterpriseSearchCondition(q, parameters)}`;
  return [
    hasBigrams(q) ? `${sharesBigrams(SEARCH_TEXT, text)} and ${within}` : within,
    `t.enterprise_id in (${enterprises}) and ${submitterCondition(reader, parameters)}`,
  ];
}

type ViewConditions = (reader: PersonActor, parameters: Parameters) => string[];

/** Where each view looks, within the reader's scope. */
const VIEWS = {
  mine: (reader, parameters) => [`(${mine(reader, parameters).join(' or ')})`],
  unit: (reader, parameters) => [
    `t.holder_unit_id = any(${parameters.add(unitsOf(reader))}::uuid[])`,
    isOpen(),
  ],
  escalations: () => [isOpen()],
  overdue: () => [isOpen()],
  triage: () => [WAITS_FOR_TRIAGE],
} as const satisfies Record<TicketView, ViewConditions>;

/** Nobody was found for it, or nobody has dispatched it; a partial index is on these very words. */
export const WAITS_FOR_TRIAGE = `(t.status = 'accepted' or t.status = 'submitted' and t.triage_reason is not null)`;

function mine(reader: PersonActor, parameters: Parameters): string[] {
  const self = `any(${parameters.add(personsOf(reader))}::uuid[])`;
  const ways = [`(t.holder_person_id = ${self} and ${isOpen()})`];
  if (hasRole(reader, 'enterprise'))
    ways.push(`t.enterprise_id = ${parameters.add(reader.enterpriseId)}::uuid`);
  if (hasRole(reader, 'district_leader'))
    ways.push(`t.leader_id = any(${parameters.add(leadersOf(reader))}::uuid[])`);
  if (hasRole(reader, 'liaison_officer')) {
    ways.push(
      `(t.enterprise_id = any(${parameters.add(reader.pairedEnterpriseIds)}::uuid[]) and ${isOpen()})`,
    );
  }
  return ways;
}
