import type { TicketFilter, TicketView } from '@zhuqi/application';
import { hasRole, type PersonActor } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { submitterCondition } from '../access/submitter-sql';
import { enterpriseSearchCondition } from '../enterprise/enterprise-search.sql';
import { contains, hasBigrams, sharesBigrams } from '../search/contains-text.sql';
import { NOW } from './lamp.sql';
import { isOpen, statusIn } from './open-status.sql';
import { DUE } from './ticket-order.sql';

/** The conditions a filter adds on the ticket `t`; those on lamps need `lamp` in the statement. */
export function filterConditions(
  filter: TicketFilter,
  reader: PersonActor,
  parameters: Parameters,
): string[] {
  const equal = (column: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`t.${column} = ${parameters.add(value)}`];
  return [
    ...(filter.statuses === undefined ? [] : [statusIn(filter.statuses)]),
    ...equal('tier', filter.tier),
    ...equal('severity', filter.severity),
    ...equal('category', filter.category),
    ...(filter.enterpriseId === undefined
      ? []
      : enterpriseCondition(filter.enterpriseId, reader, parameters)),
    ...equal('holder_unit_id', filter.holderUnitId),
    ...(filter.lamp === undefined ? [] : [`lamp.color = ${parameters.add(filter.lamp)}`]),
    ...(filter.q === undefined ? [] : [textCondition(filter.q, reader, parameters)]),
    ...(filter.view === undefined ? [] : VIEWS[filter.view](reader, parameters)),
  ];
}

/** Whether a filter looks at lamps, which are computed and cost two look-ups a ticket. */
export const asksForLamp = (filter: TicketFilter): boolean =>
  filter.lamp !== undefined || filter.view === 'overdue';

const enterpriseCondition = (id: string, reader: PersonActor, parameters: Parameters): string[] => [
  `t.enterprise_id = ${parameters.add(id)}::uuid`,
  submitterCondition(reader, parameters),
];

const SEARCH_TEXT = "t.number || ' ' || t.title";

/** A fragment of the title, the number or, where the reader may know it, of the enterprise. */
function textCondition(q: string, reader: PersonActor, parameters: Parameters): string {
  const text = parameters.add(q);
  const within = contains(SEARCH_TEXT, text);
  const own = hasBigrams(q) ? `(${sharesBigrams(SEARCH_TEXT, text)} and ${within})` : within;
  const enterprises = `select e.id from enterprise e where ${enterpriseSearchCondition(q, parameters)}`;
  return `(${own}
    or (t.enterprise_id = any(array(${enterprises})) and ${submitterCondition(reader, parameters)}))`;
}

type ViewConditions = (reader: PersonActor, parameters: Parameters) => string[];

/** What each view adds to the reader's scope. */
const VIEWS = {
  mine: (reader, parameters) => [`(${mine(reader, parameters).join(' or ')})`],
  unit: (reader, parameters) => [`t.holder_unit_id = ${parameters.add(reader.unitId)}::uuid`, isOpen()],
  escalations: () => [
    isOpen(),
    '(t.tier >= 4 or exists (select from escalation where escalation.ticket_id = t.id))',
  ],
  // A red lamp needs a due time in the past; the sort key says so before any clock is looked up.
  overdue: () => [isOpen(), `${DUE} <= ${NOW}`, `lamp.color = 'red'`],
  triage: () => [`(t.status = 'accepted' or t.status = 'submitted' and t.triage_reason is not null)`],
} as const satisfies Record<TicketView, ViewConditions>;

function mine(reader: PersonActor, parameters: Parameters): string[] {
  const self = parameters.add(reader.id);
  const ways = [`(t.holder_person_id = ${self}::uuid and ${isOpen()})`];
  if (hasRole(reader, 'enterprise'))
    ways.push(`t.enterprise_id = ${parameters.add(reader.enterpriseId)}::uuid`);
  if (hasRole(reader, 'district_leader')) ways.push(`t.leader_id = ${self}::uuid`);
  if (hasRole(reader, 'liaison_officer')) {
    ways.push(
      `(t.enterprise_id = any(${parameters.add(reader.pairedEnterpriseIds)}::uuid[]) and ${isOpen()})`,
    );
  }
  return ways;
}
