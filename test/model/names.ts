import type { Actor, PersonActor, Ticket } from '@zhuqi/domain';
import { stableId } from '@zhuqi/seeds';
import { CAST, PEOPLE } from '../support/ticket-cast';

/** Units of the model's district by the names its cast carries. */
export const UNITS = [
  ['office', '220105', 'office'],
  ['township', '220105', 'township'],
  ['other-township', '220105', 'township'],
  ['task-force', '220105', 'task_force'],
  ['department', '220105', 'department'],
  ['empty-department', '220105', 'department'],
  ['city-office', '220100', 'city_office'],
  ['office-b', '220106', 'office'],
] as const;
export type UnitName = (typeof UNITS)[number][0];
export const UNIT_NAMES = UNITS.map(([name]) => name);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that a person, unit or enterprise of the model has in the database; what a history has made goes by its id. */
export const idOf = (name: string): string => (ID.test(name) ? name : stableId(`model:${name}`));

export const idOrNull = (name: string | null): string | null => (name === null ? null : idOf(name));

/** The same person as the programs see it after sign-in. */
export const signedIn = (person: PersonActor): PersonActor => ({
  ...person,
  id: idOf(person.id),
  unitId: idOrNull(person.unitId),
  enterpriseId: idOrNull(person.enterpriseId),
  pairedEnterpriseIds: person.pairedEnterpriseIds.map(idOf),
  duties: {
    unitIds: person.duties.unitIds.map(idOf),
    memberUnitIds: person.duties.memberUnitIds.map(idOf),
    standsInForIds: person.duties.standsInForIds.map(idOf),
    leadsForIds: person.duties.leadsForIds.map(idOf),
  },
});

export const ENTERPRISES = ['enterprise', 'rival', 'orphan'] as const;
export type EnterpriseName = (typeof ENTERPRISES)[number];

/** Projects of two of them: two that run, one that is finished. */
export const PROJECTS = ['works', 'tower', 'old-works'] as const;
export type ProjectName = (typeof PROJECTS)[number];

const NAME_OF = new Map(
  [...PEOPLE.map((name) => CAST[name].id), ...UNIT_NAMES, ...ENTERPRISES, ...PROJECTS].map((name) => [
    idOf(name),
    name,
  ]),
);

export const nameOfId = (id: string): string => NAME_OF.get(id) ?? id;

/** Ids that exist once per ticket, named by the order in which they appear. */
function partNames({ clocks, requests }: Pick<Ticket, 'clocks' | 'requests'>): Map<string, string> {
  return new Map([
    ...clocks.map(({ id }, index) => [id, `clock ${index + 1}`] as const),
    ...requests.map(({ id }, index) => [id, `request ${index + 1}`] as const),
  ]);
}

/** The value with every id replaced by its name, wherever it stands: the same for the model and for the database. */
export function inNames<T>(value: T, ticket: Pick<Ticket, 'clocks' | 'requests'>): T {
  const parts = partNames(ticket);
  const named = (each: unknown): unknown => {
    if (typeof each === 'string') return NAME_OF.get(each) ?? parts.get(each) ?? each;
    if (Array.isArray(each)) return each.map(named);
    if (typeof each !== 'object' || each === null) return each;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(each)) copy[key] = named((each as Record<string, unknown>)[key]);
    return copy;
  };
  return named(value) as T;
}

/** Who did it, as the log keeps it. */
export const actorInNames = ({ kind, id }: Pick<Actor, 'kind' | 'id'>): string =>
  kind === 'system' ? 'system' : nameOfId(id ?? '');
