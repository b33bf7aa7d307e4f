import { OWN_POST_ONLY, scopeOf, type PersonActor, type Role } from '../access';
import { mapFigures } from '../statistics/ledger';
import { judgeAppeal } from './appeal';
import { DEFAULT_SCHEME } from './default-scheme';
import { rank } from './rank';
import type { RankingTable } from './ranking';
import { drawnAs, visibleTo } from './visible';

const person = (role: Role, unitId: string | null = null): PersonActor => ({
  ...{ kind: 'person', id: 'me', name: '我', roles: [role], regionCode: '220105', regionCodes: ['220105'] },
  ...{ unitId, enterpriseId: null, pairedEnterpriseIds: ['e'], duties: OWN_POST_ONLY },
});

const table = (kind: RankingTable['kind'], ...keys: string[]): RankingTable => {
  const contestants = keys.map((key) => ({
    key,
    label: key,
    figures: { ...mapFigures(() => 0), collected: 9, closed: 9 },
  }));
  return {
    ...{ schema: 1, kind, regionCode: '220105', from: '2023-01-01', to: '2023-12-31', asOf: 0 },
    ...{ scheme: DEFAULT_SCHEME, rankedCount: keys.length },
    previous: { from: '2022-01-01', to: '2022-12-31', asOf: 0, schemeVersion: 0 },
    ...rank(contestants, DEFAULT_SCHEME),
  };
};

const seen = (reader: PersonActor, whole: RankingTable): string[] =>
  visibleTo(reader, whole).ranked.map(({ key }) => key);

describe('a ranking within the scope of its reader', () => {
  it('is whole for who reads the whole region', () => {
    for (const role of ['office_dispatcher', 'district_leader', 'auditor', 'city_coordinator'] as const) {
      expect(seen(person(role), table('officer', 'me', 'other'))).toEqual(['me', 'other']);
    }
  });

  it('is one’s own row for everybody else, with how many there are', () => {
    expect(seen(person('liaison_officer'), table('officer', 'me', 'other'))).toEqual(['me']);
    expect(visibleTo(person('liaison_officer'), table('officer', 'me', 'other')).rankedCount).toBe(2);
    expect(seen(person('township_handler', 'mine'), table('township', 'mine', 'theirs'))).toEqual(['mine']);
    expect(seen(person('township_handler', 'mine'), table('officer', 'me', 'other'))).toEqual(['me']);
    expect(seen(person('department_handler', 'mine'), table('township', 'a', 'b'))).toEqual([]);
  });

  it('does not read another region, however much it reads of its own', () => {
    const elsewhere = { ...table('township', 'a', 'b'), regionCode: '220106' };
    expect(seen(person('office_dispatcher'), elsewhere)).toEqual([]);
  });

  it('is drawn over the whole region, but never over a ticket about its reader', () => {
    const drawer = drawnAs(person('liaison_officer'), { code: '220105', codes: ['220105'] });
    expect(scopeOf(drawer)).toMatchObject({
      regionCodes: ['220105'],
      confidentialToo: true,
      personIds: ['me'],
    });
    expect(scopeOf(drawer).enterpriseIds).toEqual([]);
  });

  it('is drawn for who reads the region as it reads it', () => {
    const leader = person('district_leader');
    expect(drawnAs(leader, { code: '220105', codes: ['220105'] })).toBe(leader);
  });
});

describe('an appeal', () => {
  const whole = table('officer', 'me', 'other');
  const appeal = (subjectKey: string, component?: string, against = whole): string => {
    const decision = judgeAppeal(person('liaison_officer'), against, {
      ...{ subjectKey, text: '满意度应计入电话回访' },
      component,
    });
    return decision.ok ? 'accepted' : decision.refusal.code;
  };

  it('is about one’s own row, or one component of it', () => {
    expect([appeal('me'), appeal('me', 'satisfaction')]).toEqual(['accepted', 'accepted']);
    expect(appeal('other')).toBe('ranking.not_yours');
    expect(appeal('nobody')).toBe('ranking.not_yours');
    expect(appeal('me', 'beauty')).toBe('ranking.no_component');
    expect(appeal('me', undefined, table('officer', 'other'))).toBe('ranking.no_row');
  });
});
