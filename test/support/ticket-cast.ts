import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  OWN_POST_ONLY,
  type Actor,
  type ChainOfResponsibility,
  type PersonActor,
  type Policy,
  type Role,
  SYSTEM,
} from '@zhuqi/domain';

const POLICY_FILE = resolve(__dirname, '../../seeds/reference/policy.json');

/** The policy every district starts with. */
export const districtPolicy = JSON.parse(readFileSync(POLICY_FILE, 'utf8')) as Policy;

/** Who answers for the enterprise of the tests, tier by tier. */
export const districtChain: ChainOfResponsibility = {
  officerId: 'officer',
  townshipId: 'township',
  departmentId: 'department',
  officeId: 'office',
  cityOfficeId: 'city-office',
  leaderId: 'leader',
  ladder: [1, 2, 3, 4, 5],
};

const REGION = '220105';

const person = (id: string, role: Role, place: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  id,
  name: id,
  roles: [role],
  regionCode: REGION,
  regionCodes: [REGION],
  unitId: null,
  enterpriseId: null,
  pairedEnterpriseIds: [],
  duties: OWN_POST_ONLY,
  ...place,
});

const CITY = { regionCode: '220100', regionCodes: ['220100', REGION, '220106'] };
const ELSEWHERE = { regionCode: '220106', regionCodes: ['220106'] };

/** One of everybody who has to do with the ticket, and some who have not. Handlers carry their unit's name. */
export const CAST = {
  enterprise: person('owner', 'enterprise', { enterpriseId: 'enterprise' }),
  officer: person('officer', 'liaison_officer', { unitId: 'office', pairedEnterpriseIds: ['enterprise'] }),
  township: person('wang', 'township_handler', { unitId: 'township' }),
  townshipColleague: person('zhao', 'township_handler', { unitId: 'township' }),
  otherTownship: person('qian', 'township_handler', { unitId: 'other-township' }),
  department: person('li', 'department_handler', { unitId: 'department' }),
  taskForce: person('sun', 'task_force_lead', { unitId: 'task-force' }),
  office: person('chen', 'office_dispatcher', { unitId: 'office' }),
  leader: person('leader', 'district_leader'),
  otherLeader: person('leader-b', 'district_leader'),
  city: person('he', 'city_coordinator', { unitId: 'city-office', ...CITY }),
  auditor: person('auditor', 'auditor'),
  administrator: person('admin', 'administrator'),
  integrator: person('robot', 'integrator'),
  otherEnterprise: person('rival', 'enterprise', { enterpriseId: 'rival' }),
  otherOfficer: person('officer-b', 'liaison_officer', { unitId: 'office', pairedEnterpriseIds: ['rival'] }),
  foreignOffice: person('office-b', 'office_dispatcher', { unitId: 'office-b', ...ELSEWHERE }),
  foreignLeader: person('leader-c', 'district_leader', ELSEWHERE),
  system: SYSTEM,
} as const satisfies Record<string, Actor>;
export type CastName = keyof typeof CAST;
export const CAST_NAMES = Object.keys(CAST) as CastName[];
export type PersonName = Exclude<CastName, 'system'>;
export const PEOPLE = CAST_NAMES.filter((name) => name !== 'system');
