import { ORPHAN_KIND_NAMES, type OrphanCounts } from '../orphan';
import { type Examined, INSTALLATION_CHECKS } from './findings';
import type { SurveyedRegion } from './installation-survey';

const nobody = { count: 0, names: [] };
const nothing = Object.fromEntries(ORPHAN_KIND_NAMES.map((kind) => [kind, 0])) as OrphanCounts;
const district: SurveyedRegion = {
  ...{ code: '220105', name: '二道区', kind: 'district', enterprises: 3 },
  ...{ calendar: true, policy: true, office: true },
};
const healthy: Examined = {
  serverVersion: 160_003,
  role: { name: 'zhuqi_app', exists: true, usable: true, tooMany: [], missing: [] },
  driftMs: -12,
  regions: [district],
  publishedThrough: '2026-12-31',
  today: '2026-11-22',
  administrators: 1,
  outbox: { waiting: 0, oldestSeconds: 0 },
  tail: { waiting: 0, oldestSeconds: 0 },
  verified: null,
  orphans: nothing,
  waitingForTriage: nobody,
  unitsWithoutHandler: nobody,
  enterprisesWithoutOfficer: nobody,
  enterprisesWithoutLeader: nobody,
};

/** What is not fine, as `level subject`. */
const complaints = (change: Partial<Examined>): string[] =>
  INSTALLATION_CHECKS.map((check) => check({ ...healthy, ...change }))
    .filter(({ level }) => level !== 'fine')
    .map(({ level, subject }) => `${level} ${subject}`);

const role = (change: Partial<Examined['role']>) => ({ role: { ...healthy.role, ...change } });

describe('the examination of an installation', () => {
  it('has nothing to say of a healthy one', () => {
    expect(complaints({})).toEqual([]);
  });

  it.each<[string, Partial<Examined>]>([
    ['notice 无主事项', { orphans: { ...nothing, holder_gone: 2, handover_stuck: 1 } }],
    ['problem 数据库版本', { serverVersion: 130_014 }],
    ['problem 程序角色', role({ exists: false })],
    ['problem 程序角色', role({ usable: false })],
    ['problem 程序角色', role({ tooMany: ['UPDATE'] })],
    ['problem 程序角色', role({ missing: ['INSERT'] })],
    ['notice 时钟', { driftMs: 2_001 }],
    ['problem 时钟', { driftMs: -30_001 }],
    ['problem 地区', { regions: [] }],
    ['notice 地区', { regions: [{ ...district, enterprises: 0 }] }],
    ['problem 地区', { regions: [{ ...district, calendar: false }] }],
    ['problem 地区', { regions: [{ ...district, policy: false }] }],
    ['problem 地区', { regions: [{ ...district, office: false }] }],
    ['problem 节假日', { publishedThrough: null }],
    ['problem 节假日', { publishedThrough: '2025-12-31' }],
    ['notice 节假日', { today: '2026-12-01' }],
    ['notice 管理员', { administrators: 0 }],
    ['notice 待发消息', { outbox: { waiting: 1, oldestSeconds: 61 } }],
    ['problem 待发消息', { outbox: { waiting: 1, oldestSeconds: 601 } }],
    ['notice 统计汇总', { tail: { waiting: 5_000, oldestSeconds: 61 } }],
    ['problem 夜间核验', { verified: { ranAt: 0, events: 9, postings: 5, faults: 1 } }],
    ['notice 待分派诉求', { waitingForTriage: { count: 1, names: ['ZQ1'] } }],
    ['notice 单位经办人', { unitsWithoutHandler: { count: 1, names: ['英俊镇'] } }],
    ['notice 驻企专员', { enterprisesWithoutOfficer: { count: 1, names: ['甲公司'] } }],
    ['notice 包保领导', { enterprisesWithoutLeader: { count: 1, names: ['甲公司'] } }],
  ])('reports %s and nothing else', (complaint, change) => {
    expect(complaints(change)).toEqual([complaint]);
  });

  it.each<[string, Partial<Examined>]>([
    ['a night that found nothing', { verified: { ranAt: 0, events: 9, postings: 5, faults: 0 } }],
    ['the last day of November', { today: '2026-11-30' }],
    ['December once the next year is loaded', { today: '2026-12-01', publishedThrough: '2027-12-31' }],
    [
      'a region nobody uses yet beside one in use',
      { regions: [district, { ...district, enterprises: 0, office: false }] },
    ],
    ['a clock within two seconds', { driftMs: 2_000 }],
    ['messages on their way', { outbox: { waiting: 5, oldestSeconds: 60 } }],
  ])('does not mind %s', (_what, change) => {
    expect(complaints(change)).toEqual([]);
  });

  it('names the first of many and says that there are more', () => {
    const waitingForTriage = { count: 9, names: ['ZQ1', 'ZQ2', 'ZQ3'] };
    const found = INSTALLATION_CHECKS.map((check) => check({ ...healthy, waitingForTriage }));
    expect(found.find(({ subject }) => subject === '待分派诉求')?.detail).toBe(
      '9 件待调度办分派：ZQ1、ZQ2、ZQ3 等',
    );
  });
});
