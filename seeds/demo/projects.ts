import type { Day, Industry, ProjectFunding, ProjectSector, ProjectState } from '@zhuqi/domain';
import { stableUnitId } from '../reference';
import { stableId } from '../stable-id';
import type { DemoDistrict, DemoEnterprise, DemoPerson } from './district-types';
import { elementAt } from './random';
import type { ProjectKey, UnitKey } from './story-types';

const ERDAO = '220105';

/** A key project as it is planted; its people and its owner follow from the district. */
interface ProjectPlan {
  readonly key: ProjectKey;
  readonly name: string;
  readonly code: string;
  /** Of an owner that could have it. */
  readonly industries: readonly Industry[];
  readonly sector: ProjectSector;
  readonly investmentWan: number;
  readonly funding: ProjectFunding;
  readonly township: UnitKey;
  readonly department: UnitKey;
  readonly state: ProjectState;
  readonly startsOn: Day;
  readonly completesOn: Day;
}

const PLANS: readonly ProjectPlan[] = [
  {
    ...{ key: 'coldChain', name: '东站冷链仓储物流中心', code: '2302-220105-04-01-417203' },
    ...{ industries: ['trade', 'services'], sector: 'commercial', investmentWan: 12_600, funding: 'private' },
    ...{ township: 'erdao.dongzhan', department: 'erdao.commerce', state: 'building' },
    ...{ startsOn: '2023-03-20', completesOn: '2024-09-30' },
  },
  {
    ...{ key: 'standardPlant', name: '新材料产业园标准化厂房', code: '2210-220105-04-01-503981' },
    ...{ industries: ['construction'], sector: 'industrial', investmentWan: 36_000, funding: 'special_bond' },
    ...{ township: 'erdao.quanyan', department: 'erdao.ndrc', state: 'building' },
    ...{ startsOn: '2023-04-03', completesOn: '2024-11-29' },
  },
  {
    ...{ key: 'resettlement', name: '八里堡片区安置住房', code: '2211-220105-04-01-118764' },
    ...{
      industries: ['realEstate'],
      sector: 'infrastructure',
      investmentWan: 82_000,
      funding: 'special_bond',
    },
    ...{ township: 'erdao.balipu', department: 'erdao.housing', state: 'building' },
    ...{ startsOn: '2023-03-13', completesOn: '2025-06-30' },
  },
  {
    ...{ key: 'drainage', name: '荣光片区雨污分流改造', code: '2301-220105-04-01-260915' },
    ...{
      industries: ['construction'],
      sector: 'infrastructure',
      investmentWan: 9_600,
      funding: 'central_budget',
    },
    ...{ township: 'erdao.rongguang', department: 'erdao.housing', state: 'building' },
    ...{ startsOn: '2023-05-08', completesOn: '2024-06-28' },
  },
  {
    ...{ key: 'greenhouse', name: '泉眼现代设施农业示范园', code: '2306-220105-04-01-734520' },
    ...{
      industries: ['services', 'trade'],
      sector: 'agricultural',
      investmentWan: 6_200,
      funding: 'private',
    },
    ...{ township: 'erdao.quanyan', department: 'erdao.ndrc', state: 'planned' },
    ...{ startsOn: '2024-04-01', completesOn: '2024-12-31' },
  },
  {
    ...{ key: 'mall', name: '远达大街商业综合体', code: '2208-220105-04-01-655127' },
    ...{ industries: ['realEstate'], sector: 'commercial', investmentWan: 45_000, funding: 'private' },
    ...{ township: 'erdao.yuanda', department: 'erdao.commerce', state: 'building' },
    ...{ startsOn: '2022-10-10', completesOn: '2024-10-31' },
  },
  {
    ...{ key: 'parking', name: '东盛公共停车楼', code: '2203-220105-04-01-092346' },
    ...{ industries: ['services'], sector: 'infrastructure', investmentWan: 5_300, funding: 'private' },
    ...{ township: 'erdao.dongsheng', department: 'erdao.housing', state: 'completed' },
    ...{ startsOn: '2022-05-09', completesOn: '2023-06-30' },
  },
];

export const projectId = (key: ProjectKey): string => stableId(`project:${key}`);

export interface DemoProject extends Omit<ProjectPlan, 'industries' | 'township' | 'department'> {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId: string;
  readonly townshipId: string;
  readonly departmentId: string;
  readonly leaderId: string;
  readonly secretaryId: string;
}

/**
 * The key projects of 二道区, each with an owner of its own, a leader of its own and a secretary of its department.
 * None belongs to those around the named accounts, whose queues tell of enterprises only.
 */
export function demoProjects(district: DemoDistrict): readonly DemoProject[] {
  const owners = strangers(district);
  const leaders = district.people.filter(
    (person) =>
      person.regionCode === ERDAO &&
      person.roles.includes('district_leader') &&
      !district.accounts.some(({ personId }) => personId === person.id),
  );
  return PLANS.map(({ industries, township, department, ...plan }, index) => {
    const owner = owners.findIndex(({ industry }) => industries.includes(industry));
    const departmentId = stableUnitId(department);
    return {
      ...plan,
      ...{ id: projectId(plan.key), regionCode: ERDAO },
      enterpriseId: elementAt(owners.splice(owner, 1), 0).id,
      townshipId: stableUnitId(township),
      departmentId,
      leaderId: elementAt(leaders, index).id,
      secretaryId: staffOf(departmentId, district).id,
    };
  });
}

function strangers({ enterprises, pairings, accounts }: DemoDistrict): DemoEnterprise[] {
  const named = new Set(accounts.flatMap(({ personId }) => personId ?? []));
  const apart = new Set(
    pairings
      .filter(({ personId, to }) => to !== null || named.has(personId))
      .map(({ enterpriseId }) => enterpriseId),
  );
  const speaking = new Set(accounts.flatMap(({ enterpriseId }) => enterpriseId ?? []));
  return enterprises.filter(
    ({ id, regionCode }) => regionCode === ERDAO && !apart.has(id) && !speaking.has(id),
  );
}

function staffOf(unitId: string, { people }: DemoDistrict): DemoPerson {
  const found = people.find((person) => person.unitId === unitId);
  if (found === undefined) throw new Error(`nobody works for the unit ${unitId}`);
  return found;
}
