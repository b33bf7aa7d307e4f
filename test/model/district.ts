import {
  calendarOfDistrict,
  workingCalendar,
  type Day,
  type DistrictCalendar,
  type Places,
  type ProjectState,
  type Policy,
  type Trigger,
} from '@zhuqi/domain';
import type { SeedStore } from '@zhuqi/application';
import { referenceRows } from '@zhuqi/seeds';
import { CAST, districtChain, districtPolicy, PEOPLE } from '../support/ticket-cast';
import { ENTERPRISES, idOf, idOrNull, PROJECTS, UNITS, type EnterpriseName, type ProjectName } from './names';

export const DISTRICT = '220105';
const REFERENCE = referenceRows();

/** One trigger of every effect, before and after the due time; the last for some severities only. */
const TRIGGERS: readonly Trigger[] = [
  { code: 'unclaimed', clock: 'claim', side: 'after', offset: days(0), effect: 'urge' },
  { code: 'never_claimed', clock: 'claim', side: 'after', offset: minutes(300), effect: 'escalate' },
  { code: 'promise_near', clock: 'resolve', side: 'before', offset: days(2), effect: 'remind' },
  { code: 'promise_over', clock: 'resolve', side: 'after', offset: days(0), effect: 'remind' },
  { code: 'opinion_near', clock: 'assist', side: 'before', offset: minutes(90), effect: 'remind' },
  { code: 'reply_over', clock: 'reply', side: 'after', offset: minutes(45), effect: 'supervise' },
  {
    ...{ code: 'leg_over', clock: 'leg', side: 'after', offset: days(1), effect: 'escalate' },
    severities: ['simple', 'complex'],
  },
];

function days(count: number): Trigger['offset'] {
  return { unit: 'workingDays', count };
}

function minutes(count: number): Trigger['offset'] {
  return { unit: 'workingMinutes', count };
}

/** Stricter in most things, from a day in the middle of many histories: what is running keeps the older one. */
const SECOND_POLICY: Policy = {
  ...districtPolicy,
  version: 2,
  effectiveOn: '2026-11-09',
  claim: { unit: 'workingMinutes', count: 240 },
  escalateAfterDue: { unit: 'workingDays', count: 1 },
  stageReport: { unit: 'workingDays', count: 4 },
  supervise: { unit: 'workingDays', count: 2 },
  mostReturns: 0,
  escalateAtRedispatch: 1,
  infoPauseCap: { unit: 'workingDays', count: 3 },
  autoClose: { unit: 'workingDays', count: 3 },
  triggers: TRIGGERS,
};

/** The versions a history finds, in order. */
export const POLICIES: readonly Policy[] = [districtPolicy, SECOND_POLICY];

/** What a history finds of the district's calendar: as the State Council has published it. */
export const FIRST_CALENDAR: DistrictCalendar = {
  ...hours(),
  seasons: [],
  days: [...REFERENCE.calendarDays].sort((a, b) => (a.day < b.day ? -1 : 1)),
  years: REFERENCE.calendarYears as DistrictCalendar['years'],
  rules: [],
};

function hours(): Pick<DistrictCalendar, 'timeZone' | 'weekly'> {
  const found = REFERENCE.calendars.find(({ regionCode }) => regionCode === DISTRICT);
  if (found === undefined) throw new Error('the district keeps no calendar');
  return { timeZone: found.timeZone, weekly: found.weekly };
}

export const CALENDAR = workingCalendar(calendarOfDistrict(FIRST_CALENDAR));

/** Who looks after an enterprise from a day until the day before another; as a handover leaves it, too. */
export interface Pairing {
  readonly enterprise: EnterpriseName;
  readonly kind: 'officer' | 'leader';
  readonly personId: string;
  readonly from: Day;
  readonly to: Day | null;
}

const BEGINNING = '2022-01-01';

const paired = (
  enterprise: EnterpriseName,
  kind: Pairing['kind'],
  personId: string,
  [from, to]: readonly [Day, Day | null] = [BEGINNING, null],
): Pairing => ({ enterprise, kind, personId, from, to });

/**
 * One enterprise has everybody, one a leader only later, one no officer. Two get another leader while histories go on;
 * what was submitted before keeps the first on record.
 */
export const PAIRINGS: readonly Pairing[] = [
  paired('enterprise', 'officer', 'officer'),
  paired('enterprise', 'leader', 'leader', [BEGINNING, '2026-11-13']),
  paired('enterprise', 'leader', 'leader-b', ['2026-11-13', null]),
  paired('rival', 'officer', 'officer-b'),
  paired('rival', 'leader', 'leader', ['2026-11-10', null]),
  paired('orphan', 'leader', 'leader-b'),
];

/** The places that are not a person's: one enterprise has no department, one no township. */
const PLACES: Record<EnterpriseName, Pick<Places, 'townshipId' | 'departmentId'>> = {
  enterprise: { townshipId: 'township', departmentId: 'department' },
  rival: { townshipId: 'other-township', departmentId: null },
  orphan: { townshipId: null, departmentId: 'department' },
};

/** The units that answer for an enterprise, with nobody paired. */
export const unitsFor = (name: EnterpriseName): Places => ({
  ...{ officeId: districtChain.officeId, cityOfficeId: districtChain.cityOfficeId },
  ...PLACES[name],
  ...{ officerId: null, leaderId: null },
});

export interface ModelProject {
  readonly enterprise: EnterpriseName;
  readonly state: ProjectState;
  readonly townshipId: string | null;
  readonly departmentId: string | null;
  /** As a history finds it; it goes along with a post. */
  readonly leaderId: string | null;
}

/** One names the township and the leader, one the department its enterprise has not. */
export const PROJECT: Record<ProjectName, ModelProject> = {
  works: {
    ...{ enterprise: 'enterprise', state: 'building', townshipId: 'other-township', departmentId: null },
    leaderId: 'leader-b',
  },
  tower: {
    ...{ enterprise: 'rival', state: 'planned', townshipId: null, departmentId: 'department' },
    leaderId: null,
  },
  'old-works': {
    ...{ enterprise: 'enterprise', state: 'completed', townshipId: null, departmentId: null },
    leaderId: null,
  },
};

/** The units a project names, in the places of those of its enterprise. */
export function unitsOfProject(name: ProjectName): Partial<Places> {
  const { townshipId, departmentId } = PROJECT[name];
  return {
    ...(townshipId === null ? {} : { townshipId, projectTiers: [2] as const }),
    ...(departmentId === null ? {} : { departmentId, projectTiers: [3] as const }),
  };
}

/** An industry with a department, and one without. */
const INDUSTRY: Record<EnterpriseName, string> = {
  enterprise: 'industry',
  rival: 'realEstate',
  orphan: 'industry',
};

export const industryOf = (name: EnterpriseName): string => INDUSTRY[name];

/** Plants the district of the model with its people. */
export async function plant(store: SeedStore): Promise<void> {
  await store.writeReference({
    ...REFERENCE,
    units: UNITS.map(([name, regionCode, kind], position) => ({
      id: idOf(name),
      ...{ regionCode, kind, name, position },
    })),
    unitIndustries: [{ regionCode: DISTRICT, industry: 'industry', unitId: idOf('department') }],
    policies: REFERENCE.policies.flatMap(({ regionCode }) =>
      POLICIES.map((body) => ({
        regionCode,
        version: body.version,
        effectiveOn: body.effectiveOn,
        body,
      })),
    ),
  });
  await store.writeDistrict({
    enterprises: enterprises(),
    people: people(),
    pairings: pairings(),
    projects: projects(),
    bulletinSchedules: [],
  });
}

const projects = () =>
  PROJECTS.map((name) => {
    const { enterprise, state, townshipId, departmentId, leaderId } = PROJECT[name];
    return {
      ...{ id: idOf(name), regionCode: DISTRICT, enterpriseId: idOf(enterprise), name, code: null, state },
      ...({ sector: 'industrial', funding: 'private', investmentWan: 6_000 } as const),
      ...{ townshipId: idOrNull(townshipId), departmentId: idOrNull(departmentId) },
      ...{ leaderId: idOrNull(leaderId), secretaryId: null, startsOn: null, completesOn: null },
      ...{ enteredById: idOf(CAST.office.id), enteredAt: '2026-01-05T09:00:00+08:00' },
    };
  });

const enterprises = () =>
  ENTERPRISES.map((name, index) => ({
    id: idOf(name),
    regionCode: DISTRICT,
    // The type asks for one because every enterprise of the demo has it; the column takes none.
    townshipId: idOrNull(PLACES[name].townshipId) as string,
    creditCode: `MODEL${index}`,
    name,
    industry: INDUSTRY[name],
    class: 'other',
    address: '东盛大街',
    contactName: '王敏',
    contactPhone: '13812345678',
  }));

const people = () =>
  PEOPLE.map((key) => CAST[key]).map(({ id, name, regionCode, roles, unitId, enterpriseId }) => ({
    id: idOf(id),
    ...{ name, regionCode, roles },
    unitId: idOrNull(unitId),
    enterpriseId: idOrNull(enterpriseId),
    ...{ post: null, phone: null },
  }));

const pairings = () =>
  PAIRINGS.map(({ enterprise, kind, personId, from, to }) => ({
    id: idOf(`${enterprise} ${kind} ${from}`),
    enterpriseId: idOf(enterprise),
    ...{ kind, personId: idOf(personId), from, to },
  }));
