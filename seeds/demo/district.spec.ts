import { checkCreditCode, DEFAULT_CASELOAD_RULES, INDUSTRIES } from '@zhuqi/domain';
import { demoDistrict } from './district';
import type { DemoPairing } from './district-types';

const district = demoDistrict();
const erdao = district.enterprises.filter(({ regionCode }) => regionCode === '220105');
const enterpriseById = new Map(district.enterprises.map((enterprise) => [enterprise.id, enterprise]));
const personById = new Map(district.people.map((person) => [person.id, person]));
const unitById = new Map(district.units.map((unit) => [unit.id, unit]));
const account = (username: string) => district.accounts.find((each) => each.username === username);
const current = (kind: DemoPairing['kind'], enterpriseId: string) =>
  district.pairings.filter(
    (pairing) => pairing.kind === kind && pairing.enterpriseId === enterpriseId && pairing.to === null,
  );
const withRole = (role: string, regionCode: string) =>
  district.people.filter(
    (person) => person.regionCode === regionCode && person.roles.some((each) => each === role),
  );
const distinct = (list: readonly string[]) => new Set(list).size;

describe('the demo district', () => {
  it('has the published size', () => {
    expect(erdao).toHaveLength(496);
    expect(withRole('district_leader', '220105')).toHaveLength(52);
    expect(withRole('liaison_officer', '220105')).toHaveLength(233);
    expect(distinct(erdao.map(({ townshipId }) => townshipId))).toBe(9);
    expect(distinct(erdao.map(({ industry }) => industry))).toBe(INDUSTRIES.length);
  });

  it('is the same every time', () => {
    expect(demoDistrict()).toEqual(district);
  });

  it('gives every enterprise a valid credit code of its region', () => {
    for (const { creditCode, regionCode } of district.enterprises) {
      expect(checkCreditCode(creditCode)).toEqual({ ok: true, value: creditCode });
      expect(creditCode.slice(2, 8)).toBe(regionCode);
    }
  });

  it('uses every id, name, credit code and telephone number once', () => {
    const { enterprises, people } = district;
    expect(distinct(enterprises.map(({ name }) => name))).toBe(enterprises.length);
    expect(distinct(enterprises.map(({ creditCode }) => creditCode))).toBe(enterprises.length);
    expect(distinct([...enterprises, ...people].map(({ id }) => id))).toBe(
      enterprises.length + people.length,
    );
    const phones = [
      ...enterprises.map(({ contactPhone }) => contactPhone),
      ...people.map(({ phone }) => phone),
    ];
    expect(distinct(phones)).toBe(phones.length);
    expect(phones.every((phone) => /^138\d{8}$/.test(phone))).toBe(true);
    expect(distinct(people.map(({ name }) => name))).toBe(people.length);
  });

  it('pairs every enterprise with exactly one current officer and one current leader of its district', () => {
    for (const { id, regionCode } of district.enterprises) {
      for (const kind of ['officer', 'leader'] as const) {
        const pairings = current(kind, id);
        expect(pairings).toHaveLength(1);
        expect(personById.get(pairings[0]!.personId)?.regionCode).toBe(regionCode);
      }
    }
  });

  it('keeps every officer within the caseload rules, on any day of the history', () => {
    for (const officer of district.people.filter(({ roles }) => roles.includes('liaison_officer'))) {
      const held = district.pairings
        .filter(({ personId }) => personId === officer.id)
        .map(({ enterpriseId }) => enterpriseById.get(enterpriseId)!.enterpriseClass);
      expect(held.length).toBeGreaterThan(0);
      for (const each of held)
        expect(held.length).toBeLessThanOrEqual(DEFAULT_CASELOAD_RULES.officerLimit[each]);
    }
  });

  it('keeps the officer before for about eight in a hundred enterprises, without a gap or overlap', () => {
    const past = district.pairings.filter(
      ({ enterpriseId, to }) => to !== null && enterpriseById.get(enterpriseId)!.regionCode === '220105',
    );
    expect(past).toHaveLength(40);
    for (const { enterpriseId, personId, from, to } of past) {
      const [next] = current('officer', enterpriseId);
      expect(next).toMatchObject({ from: to });
      expect(next!.personId).not.toBe(personId);
      expect(from < to!).toBe(true);
    }
  });

  it('refers only to units that exist', () => {
    const places = [
      ...district.enterprises.map(({ townshipId }) => townshipId),
      ...district.people.map(({ unitId }) => unitId),
    ];
    expect(places.filter((id) => id !== null && !unitById.has(id))).toEqual([]);
    expect(
      district.enterprises.every(({ townshipId }) => unitById.get(townshipId)?.kind === 'township'),
    ).toBe(true);
  });

  it('staffs every unit with somebody who can handle a ticket', () => {
    const staffed = new Set(
      district.people.filter(({ roles }) => !roles.includes('liaison_officer')).map(({ unitId }) => unitId),
    );
    expect(district.units.filter(({ id }) => !staffed.has(id))).toEqual([]);
  });

  it('lets the accounts belong together', () => {
    const enterprise = enterpriseById.get(account('enterprise')!.enterpriseId!)!;
    const unitOf = (username: string) => personById.get(account(username)!.personId!)!.unitId;
    expect(current('officer', enterprise.id)[0]!.personId).toBe(account('officer')!.personId);
    expect(current('leader', enterprise.id)[0]!.personId).toBe(account('leader')!.personId);
    expect([unitOf('township'), unitOf('officer')]).toEqual([enterprise.townshipId, enterprise.townshipId]);
    expect(unitById.get(unitOf('department')!)?.industries).toContain(enterprise.industry);
    const second = enterpriseById.get(account('enterprise2')!.enterpriseId!)!;
    expect(current('officer', second.id)[0]!.personId).toBe(account('officer2')!.personId);
  });

  it('gives 绿园区 enterprises, officers and leaders of its own', () => {
    expect(district.enterprises.length - erdao.length).toBe(20);
    expect(withRole('liaison_officer', '220106')).toHaveLength(6);
    expect(withRole('district_leader', '220106')).toHaveLength(4);
    expect(personById.get(account('office2')!.personId!)?.regionCode).toBe('220106');
  });
});
