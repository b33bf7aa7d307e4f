import {
  OWN_POST_ONLY,
  calendarOfDays,
  workingCalendar,
  type ChainOfResponsibility,
  type Instant,
  type PersonActor,
  type Policy,
  type Role,
} from '@zhuqi/domain';
import { referenceRows, stableUnitId, UNITS } from '@zhuqi/seeds';

/** The district of the worked example, as `zhuqi seed reference` plants it. */
const DISTRICT = '220105';

const rows = referenceRows();
const found = <T extends { readonly regionCode: string }>(list: readonly T[]): T => {
  const row = list.find(({ regionCode }) => regionCode === DISTRICT);
  if (row === undefined) throw new Error(`the reference data has no district ${DISTRICT}`);
  return row;
};

export const calendar = workingCalendar(calendarOfDays(found(rows.calendars), rows.calendarDays));
export const policy = found(rows.policies).body as Policy;

const unit = (key: string): string => stableUnitId(key);
export const TOWNSHIP = unit('erdao.yingjun');
export const DEPARTMENT = unit('erdao.housing');
export const OFFICE = unit('erdao.office');
export const CITY_OFFICE = unit('city.office');
const ENTERPRISE = 'enterprise';

const person = (id: string, name: string, role: Role, place: Partial<PersonActor> = {}): PersonActor => ({
  ...{ kind: 'person', id, name, roles: [role], regionCode: DISTRICT, regionCodes: [DISTRICT] },
  ...{ unitId: null, enterpriseId: null, pairedEnterpriseIds: [], duties: OWN_POST_ONLY, ...place },
});

/** Who takes part; the names are made up. */
export const CAST = {
  enterprise: person('sun', '孙立', 'enterprise', { enterpriseId: ENTERPRISE }),
  officer: person('zhou', '周岩', 'liaison_officer', { unitId: OFFICE, pairedEnterpriseIds: [ENTERPRISE] }),
  township: person('wang', '王蕾', 'township_handler', { unitId: TOWNSHIP }),
  department: person('li', '李敏', 'department_handler', { unitId: DEPARTMENT }),
  office: person('chen', '陈明', 'office_dispatcher', { unitId: OFFICE }),
  city: person('he', '何伟', 'city_coordinator', { unitId: CITY_OFFICE }),
} as const satisfies Record<string, PersonActor>;
export type CastName = keyof typeof CAST;

export const chain: ChainOfResponsibility = {
  officerId: CAST.officer.id,
  townshipId: TOWNSHIP,
  departmentId: DEPARTMENT,
  officeId: OFFICE,
  cityOfficeId: CITY_OFFICE,
  leaderId: 'zhao',
  ladder: policy.ladder,
};

export const SUBJECT = {
  ...{ id: 'ticket', number: 'ZQ-2026-000001', enterpriseId: ENTERPRISE, regionCode: DISTRICT },
  ...{ industry: 'construction', chain },
} as const;

/** A name for an id: a unit of the reference data or a person of the cast. */
export function nameOf(id: string | null): string {
  const named = [
    ...UNITS.map(({ key, name }) => ({ id: unit(key), name })),
    ...Object.values(CAST).map(({ id: personId, name }) => ({ id: personId, name })),
  ].find((each) => each.id === id);
  return named?.name ?? '';
}

/** The instant of Beijing time written `09-14 10:20` in 2026. */
export const at = (dayAndTime: string): Instant =>
  Date.parse(`2026-${dayAndTime.replace(' ', 'T')}:00+08:00`);
