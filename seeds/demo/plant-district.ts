import { Injectable } from '@nestjs/common';
import { CreateAccount, SeedStore, type DistrictRows } from '@zhuqi/application';
import { REGULAR_KINDS } from '@zhuqi/domain';
import { stableId } from '../stable-id';
import { demoDistrict } from './district';
import { demoProjects } from './projects';
import type { DemoAccount, DemoDistrict, DemoEnterprise } from './district-types';

/** The person who speaks for an enterprise. */
export const enterprisePersonId = (enterpriseId: string): string =>
  stableId(`enterprise-person:${enterpriseId}`);

/** Plants the demo's people, enterprises and pairings, and gives the named accounts their password. */
@Injectable()
export class PlantDistrict {
  constructor(
    private readonly store: SeedStore,
    private readonly createAccount: CreateAccount,
  ) {}

  async execute(password: string): Promise<readonly DemoAccount[]> {
    const district = demoDistrict();
    await this.store.writeDistrict(districtRows(district));
    for (const { username, personId, enterpriseId } of district.accounts) {
      const id = personId ?? (enterpriseId === null ? null : enterprisePersonId(enterpriseId));
      if (id === null) throw new Error(`the account ${username} belongs to nobody`);
      await this.createAccount.execute({ personId: id, username, password, demo: true });
    }
    return district.accounts;
  }
}

export function districtRows(district: DemoDistrict): DistrictRows {
  return {
    enterprises: district.enterprises.map(({ enterpriseClass, ...enterprise }) => ({
      ...enterprise,
      class: enterpriseClass,
    })),
    people: [...district.people.map((person) => ({ ...person, enterpriseId: null })), ...speakers(district)],
    pairings: district.pairings.map((pairing) => ({
      id: stableId(`pairing:${pairing.enterpriseId}:${pairing.kind}:${pairing.from}`),
      ...pairing,
    })),
    projects: demoProjects(district).map(({ key: _key, ...project }) => ({
      ...project,
      enteredById: dispatcherId(district),
      enteredAt: PROJECTS_ENTERED_AT,
    })),
    bulletinSchedules: REGULAR_KINDS.map((kind) => ({
      ...{ regionCode: ERDAO, kind, enabled: true },
      ...{ madeById: dispatcherId(district), madeAt: BULLETINS_FROM },
    })),
  };
}

const ERDAO = '220105';
const PROJECTS_ENTERED_AT = '2023-03-06T09:00:00+08:00';
/** The day the demo begins on: its first bulletin is that of the week, on the Monday after. */
const BULLETINS_FROM = '2023-10-20T09:00:00+08:00';

const dispatcherId = ({ accounts }: DemoDistrict): string =>
  accounts.find(({ username }) => username === 'office')?.personId ?? '';

const speakers = ({ enterprises }: DemoDistrict) => enterprises.map(speaker);

const speaker = (enterprise: DemoEnterprise) => ({
  id: enterprisePersonId(enterprise.id),
  regionCode: enterprise.regionCode,
  unitId: null,
  enterpriseId: enterprise.id,
  name: enterprise.contactName,
  post: '企业联系人',
  phone: enterprise.contactPhone,
  roles: ['enterprise'] as const,
});
