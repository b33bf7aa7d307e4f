import type { Role } from '@zhuqi/domain';
import { REGIONS, stableUnitId, UNITS } from '../reference';
import { spreadCaseloads } from './caseloads';
import type { DemoAccount, DemoDistrict, DemoEnterprise, DemoPairing, DemoPerson } from './district-types';
import {
  ERDAO_ENTERPRISES,
  inventEnterprises,
  LVYUAN_ENTERPRISES,
  type EnterprisePlan,
  type Givers,
} from './enterprises';
import { pairWithLeaders, pairWithOfficers } from './pairings';
import { inventHandlers, inventLeaders, inventOfficers, inventOverseers } from './people';
import { nameGiver, phoneGiver } from './person-names';
import { elementAt, randomFrom } from './random';

/** The published figures of 二道区, and a smaller 绿园区 so that scope can be seen to hold. */
const DISTRICTS = {
  erdao: { plan: ERDAO_ENTERPRISES, leaders: 52, officers: 233, changed: 40, seed: 20_231_020 },
  lvyuan: { plan: LVYUAN_ENTERPRISES, leaders: 4, officers: 6, changed: 2, seed: 220_106 },
} as const;

interface DistrictFigures {
  readonly plan: EnterprisePlan;
  readonly leaders: number;
  readonly officers: number;
  readonly changed: number;
  readonly seed: number;
}

interface Inhabitants {
  readonly leaders: readonly DemoPerson[];
  readonly officers: readonly DemoPerson[];
  readonly handlers: readonly DemoPerson[];
  readonly enterprises: readonly DemoEnterprise[];
  readonly pairings: readonly DemoPairing[];
}

function populate(figures: DistrictFigures, givers: Givers): Inhabitants {
  const { random } = givers;
  const { regionCode } = figures.plan;
  const enterprises = inventEnterprises(figures.plan, givers);
  const caseloads = spreadCaseloads(enterprises, figures.officers, random);
  const leaders = inventLeaders(regionCode, figures.leaders, givers);
  const officers = inventOfficers(regionCode, caseloads, givers);
  const pairings = [
    ...pairWithOfficers(caseloads, officers, figures.changed, random),
    ...pairWithLeaders(enterprises, leaders, random),
  ];
  return { leaders, officers, handlers: inventHandlers(regionCode, givers), enterprises, pairings };
}

const ofPerson = (
  username: string,
  role: Role,
  people: readonly DemoPerson[],
  unitKey?: string,
): DemoAccount => {
  const unitId = unitKey === undefined ? null : stableUnitId(unitKey);
  const found = people.find(
    (each) => each.roles.includes(role) && (unitId === null || each.unitId === unitId),
  );
  if (found === undefined) throw new Error(`nobody for the account ${username}`);
  return { username, roles: found.roles, personId: found.id, enterpriseId: null };
};

const ofEnterprise = (username: string, enterprise: DemoEnterprise): DemoAccount => ({
  username,
  roles: ['enterprise'],
  personId: null,
  enterpriseId: enterprise.id,
});

/** The whole demo: the same people, enterprises and ids every time it is called. */
export function demoDistrict(): DemoDistrict {
  const names = nameGiver(randomFrom(1_498));
  const phones = phoneGiver();
  const giversOf = (seed: number): Givers => ({ random: randomFrom(seed), personName: names, phone: phones });
  const erdao = populate(DISTRICTS.erdao, giversOf(DISTRICTS.erdao.seed));
  const lvyuan = populate(DISTRICTS.lvyuan, giversOf(DISTRICTS.lvyuan.seed));
  const overseers = inventOverseers(giversOf(0));
  const city = inventHandlers('220100', giversOf(0));
  return {
    regions: REGIONS,
    units: UNITS.map((unit) => ({ ...unit, id: stableUnitId(unit.key) })),
    people: [erdao, lvyuan]
      .flatMap(({ leaders, officers, handlers }) => [...leaders, ...officers, ...handlers])
      .concat(city, overseers),
    enterprises: [...erdao.enterprises, ...lvyuan.enterprises],
    pairings: [...erdao.pairings, ...lvyuan.pairings],
    accounts: [
      ofPerson('office', 'office_dispatcher', erdao.handlers),
      ofPerson('leader', 'district_leader', erdao.leaders),
      ofPerson('officer', 'liaison_officer', erdao.officers),
      ofPerson('township', 'township_handler', erdao.handlers, ERDAO_ENTERPRISES.named.unitKey),
      ofPerson('department', 'department_handler', erdao.handlers, 'erdao.miit'),
      ofEnterprise('enterprise', elementAt(erdao.enterprises, 0)),
      ofPerson('city', 'city_coordinator', city),
      ofPerson('auditor', 'auditor', overseers),
      ofPerson('admin', 'administrator', overseers),
      ofPerson('office2', 'office_dispatcher', lvyuan.handlers),
      ofPerson('officer2', 'liaison_officer', lvyuan.officers),
      ofEnterprise('enterprise2', elementAt(lvyuan.enterprises, 0)),
    ],
  };
}
