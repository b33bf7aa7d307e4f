import {
  calendarOfDays,
  workingCalendar,
  type ChainOfResponsibility,
  type Day,
  type Policy,
  type WorkingHours,
} from '@zhuqi/domain';
import type { SeedStore } from '@zhuqi/application';
import { referenceRows } from '@zhuqi/seeds';
import { CAST, districtChain, districtPolicy, PEOPLE } from '../support/ticket-cast';
import { ENTERPRISES, idOf, idOrNull, UNITS, type EnterpriseName } from './names';

const DISTRICT = '220105';
const REFERENCE = referenceRows();

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
  triggers: [
    ...districtPolicy.triggers,
    {
      code: 'near',
      clock: 'resolve',
      side: 'before',
      offset: { unit: 'workingDays', count: 2 },
      effect: 'remind',
    },
    {
      code: 'unseen',
      clock: 'claim',
      side: 'after',
      offset: { unit: 'workingMinutes', count: 90 },
      effect: 'escalate',
    },
    {
      code: 'slow',
      clock: 'leg',
      side: 'after',
      offset: { unit: 'workingDays', count: 0 },
      effect: 'escalate',
    },
    {
      code: 'owed',
      clock: 'assist',
      side: 'after',
      offset: { unit: 'workingDays', count: 1 },
      effect: 'urge',
    },
    {
      code: 'watch',
      clock: 'reply',
      side: 'after',
      offset: { unit: 'workingDays', count: 2 },
      effect: 'supervise',
    },
  ],
  autoClose: { unit: 'workingDays', count: 3 },
};

/** Every version in force at some time, in order. */
export const POLICIES: readonly Policy[] = [districtPolicy, SECOND_POLICY];

/** The district's calendar as the State Council has published it. */
export const CALENDAR = workingCalendar(
  calendarOfDays(
    REFERENCE.calendars.find(({ regionCode }) => regionCode === DISTRICT) as WorkingHours,
    REFERENCE.calendarDays,
  ),
);

/** Who answers for whom: one enterprise has everybody, one no department and no leader, one neither officer nor township. */
const CHAINS: Record<EnterpriseName, ChainOfResponsibility> = {
  enterprise: districtChain,
  rival: {
    ...districtChain,
    officerId: 'officer-b',
    townshipId: 'other-township',
    departmentId: null,
    leaderId: null,
  },
  orphan: { ...districtChain, officerId: null, townshipId: null, leaderId: 'leader-b' },
};

/** Two enterprises get another leader while histories go on; what was submitted before keeps the first on record. */
const NEW_LEADERS: Partial<Record<EnterpriseName, { readonly from: Day; readonly leaderId: string }>> = {
  enterprise: { from: '2026-11-13', leaderId: 'leader-b' },
  rival: { from: '2026-11-10', leaderId: 'leader' },
};

/** Who answers for an enterprise on a day. */
export function chainOn(name: EnterpriseName, day: Day): ChainOfResponsibility {
  const next = NEW_LEADERS[name];
  return next === undefined || day < next.from ? CHAINS[name] : { ...CHAINS[name], leaderId: next.leaderId };
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
  await store.writeDistrict({ enterprises: enterprises(), people: people(), pairings: pairings() });
}

const enterprises = () =>
  ENTERPRISES.map((name, index) => ({
    id: idOf(name),
    regionCode: DISTRICT,
    // The type asks for one because every enterprise of the demo has it; the column takes none.
    townshipId: idOrNull(CHAINS[name].townshipId) as string,
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

const BEGINNING = '2022-01-01';

const pairings = () =>
  ENTERPRISES.flatMap((name) => {
    const { officerId, leaderId } = CHAINS[name];
    const next = NEW_LEADERS[name];
    return [
      pairing(name, 'officer', officerId, [BEGINNING, null]),
      pairing(name, 'leader', leaderId, [BEGINNING, next?.from ?? null]),
      pairing(name, 'leader', next?.leaderId ?? null, [next?.from ?? BEGINNING, null]),
    ].flat();
  });

const pairing = (
  name: EnterpriseName,
  kind: string,
  personId: string | null,
  [from, to]: readonly [Day, Day | null],
) =>
  personId === null
    ? []
    : [
        {
          id: idOf(`${name} ${kind} ${from}`),
          enterpriseId: idOf(name),
          ...{ kind, personId: idOf(personId), from, to },
        },
      ];
