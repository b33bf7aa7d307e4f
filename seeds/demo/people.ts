import type { Role } from '@zhuqi/domain';
import { stableUnitId, UNITS, type ReferenceUnitKind } from '../reference';
import { stableId } from '../stable-id';
import type { Caseload } from './caseloads';
import type { DemoPerson } from './district-types';
import type { Givers } from './enterprises';
import { elementAt } from './random';

/** Posts of the district-level cadres who each take charge of enterprises, and how many hold them. */
const LEADER_POSTS = [
  ['区委常委、副区长', 3],
  ['区委书记', 1],
  ['区委副书记、区长', 1],
  ['区人大常委会主任', 1],
  ['区政协主席', 1],
  ['区委副书记', 1],
  ['区委常委', 5],
  ['副区长', 5],
  ['区人大常委会副主任', 5],
  ['区政协副主席', 5],
  ['一级调研员', 12],
  ['二级调研员', 9],
  ['三级调研员', 3],
] as const;

const OFFICER_POSTS = [
  '驻企服务专员',
  '驻企服务专员（科级）',
  '驻企服务专员（社区干部）',
  '驻企服务专员（选派干部）',
] as const;

const HANDLERS = {
  township: { role: 'township_handler', posts: ['经济发展办公室主任', '助企工作专干'] },
  department: { role: 'department_handler', posts: ['企业服务科科长', '企业服务科副科长', '业务科室主任'] },
  office: { role: 'office_dispatcher', posts: ['综合协调组组长', '调度组副组长', '调度组干事'] },
  city_office: { role: 'city_coordinator', posts: ['综合协调处处长', '督导处干事'] },
} as const satisfies Readonly<
  Record<ReferenceUnitKind, { readonly role: Role; readonly posts: readonly string[] }>
>;

type Draft = Omit<DemoPerson, 'id' | 'name' | 'phone'>;

const person = (key: string, draft: Draft, givers: Givers): DemoPerson => ({
  id: stableId(`person:${key}`),
  name: givers.personName(),
  phone: givers.phone(),
  ...draft,
});

/** The first `count` district leaders. */
export function inventLeaders(regionCode: string, count: number, givers: Givers): DemoPerson[] {
  const posts = LEADER_POSTS.flatMap(([post, times]) => Array.from({ length: times }, () => post));
  return posts
    .slice(0, count)
    .map((post, index) =>
      person(
        `${regionCode}:leader:${String(index + 1)}`,
        { unitId: null, regionCode, roles: ['district_leader'], post },
        givers,
      ),
    );
}

const FROM_DEPARTMENTS = 4;

/** One officer per caseload; every fourth comes from the department of the industry, the rest from the township. */
export function inventOfficers(
  regionCode: string,
  caseloads: readonly Caseload[],
  givers: Givers,
): DemoPerson[] {
  return caseloads.map((caseload, index) => {
    const industry = caseload.enterprises[0]?.industry;
    const department = UNITS.find(
      (unit) => unit.regionCode === regionCode && unit.industries.some((each) => each === industry),
    );
    const sent = index % FROM_DEPARTMENTS === FROM_DEPARTMENTS - 1 && department !== undefined;
    const unitId = sent ? stableUnitId(department.key) : caseload.townshipId;
    const post = elementAt(OFFICER_POSTS, index % OFFICER_POSTS.length);
    const key = `${regionCode}:officer:${String(index + 1)}`;
    return person(key, { unitId, regionCode, roles: ['liaison_officer'], post }, givers);
  });
}

/** The people who handle tickets for a unit. One per department may also lead a 专班. */
export function inventHandlers(regionCode: string, givers: Givers): DemoPerson[] {
  return UNITS.filter((unit) => unit.regionCode === regionCode).flatMap((unit) => {
    const { role, posts } = HANDLERS[unit.kind];
    return posts.map((post, index) => {
      const roles: Role[] = unit.kind === 'department' && index === 0 ? [role, 'task_force_lead'] : [role];
      return person(
        `${unit.key}:${String(index + 1)}`,
        { unitId: stableUnitId(unit.key), regionCode, roles, post },
        givers,
      );
    });
  });
}

/** Those who stand outside the districts' work: the auditor reads everything, the administrator runs the system. */
export function inventOverseers(givers: Givers): DemoPerson[] {
  return [
    person(
      'auditor',
      { unitId: null, regionCode: '220100', roles: ['auditor'], post: '督查审计专员' },
      givers,
    ),
    person(
      'admin',
      { unitId: null, regionCode: '220100', roles: ['administrator'], post: '系统管理员' },
      givers,
    ),
  ];
}
