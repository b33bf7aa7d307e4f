import {
  OWN_POST_ONLY,
  outstanding,
  pendingRequest,
  type Day,
  type PersonActor,
  type Role,
  type Ticket,
} from '@zhuqi/domain';
import { REGIONS } from '../reference';
import type { DemoDistrict, DemoEnterprise, DemoPerson } from './district-types';
import { enterprisePersonId } from './plant-district';
import type { StoryActor } from './story-types';

const HANDLERS: readonly Role[] = [
  'township_handler',
  'department_handler',
  'office_dispatcher',
  'city_coordinator',
];

/** Who plays which part in a story: the people of the demo district as the use cases know them. */
export class Cast {
  private readonly byId: ReadonlyMap<string, DemoPerson>;
  private readonly byKey: ReadonlyMap<string, DemoEnterprise>;

  constructor(private readonly district: DemoDistrict) {
    this.byId = new Map(district.people.map((person) => [person.id, person]));
    this.byKey = new Map(district.enterprises.map((enterprise) => [enterprise.key, enterprise]));
  }

  enterprise(key: string): DemoEnterprise {
    const found = this.byKey.get(key);
    if (found === undefined) throw new Error(`no enterprise ${key}`);
    return found;
  }

  /** The department that answers for an enterprise's industry. */
  departmentOf(enterprise: DemoEnterprise): string {
    const unit = this.district.units.find(
      ({ regionCode, industries }) =>
        regionCode === enterprise.regionCode && industries.includes(enterprise.industry),
    );
    if (unit === undefined) throw new Error(`no department for ${enterprise.industry}`);
    return unit.id;
  }

  /** The actor for a part on a day; the ticket says who holds it, who is asked for an opinion and who may rule. */
  play(part: StoryActor, enterprise: DemoEnterprise, on: Day, ticket: Ticket | null): PersonActor {
    switch (part) {
      case 'enterprise':
        return this.speaker(enterprise);
      case 'officer':
      case 'leader':
        return this.paired(part, enterprise, on);
      case 'office':
        return this.actor(this.dispatcher(enterprise.regionCode), enterprise);
      case 'holder':
        return this.actor(this.holder(ticket), enterprise);
      case 'above':
        return this.actor(this.handlerOf(pendingRequest(ticket?.requests ?? [])?.rulerUnitId), enterprise);
      case 'assistant':
        return this.actor(this.handlerOf(outstanding(ticket?.assists ?? [])[0]?.unitId), enterprise);
    }
  }

  private speaker(enterprise: DemoEnterprise): PersonActor {
    return {
      ...person(
        enterprisePersonId(enterprise.id),
        enterprise.contactName,
        ['enterprise'],
        enterprise.regionCode,
      ),
      enterpriseId: enterprise.id,
    };
  }

  private paired(kind: 'officer' | 'leader', enterprise: DemoEnterprise, on: Day): PersonActor {
    const pairing = this.district.pairings.find(
      (each) =>
        each.enterpriseId === enterprise.id &&
        each.kind === kind &&
        each.from <= on &&
        (each.to === null || on < each.to),
    );
    if (pairing === undefined) throw new Error(`${enterprise.key} has no ${kind} on ${on}`);
    return this.actor(this.known(pairing.personId), enterprise);
  }

  private dispatcher(regionCode: string): DemoPerson {
    const found = this.district.people.find(
      (each) => each.regionCode === regionCode && each.roles.includes('office_dispatcher'),
    );
    if (found === undefined) throw new Error(`nobody dispatches in ${regionCode}`);
    return found;
  }

  private holder(ticket: Ticket | null): DemoPerson {
    if (ticket !== null && ticket.holderPersonId !== null) return this.known(ticket.holderPersonId);
    return this.handlerOf(ticket?.holderUnitId);
  }

  private handlerOf(unitId: string | null | undefined): DemoPerson {
    const found = this.district.people.find(
      (each) => each.unitId === unitId && each.roles.some((role) => HANDLERS.includes(role)),
    );
    if (found === undefined) throw new Error(`nobody acts for the unit ${unitId ?? 'that should'}`);
    return found;
  }

  private known(id: string): DemoPerson {
    const found = this.byId.get(id);
    if (found === undefined) throw new Error(`no person ${id}`);
    return found;
  }

  private actor(found: DemoPerson, enterprise: DemoEnterprise): PersonActor {
    const paired = found.roles.includes('liaison_officer') ? [enterprise.id] : [];
    return {
      ...person(found.id, found.name, found.roles, found.regionCode),
      unitId: found.unitId,
      pairedEnterpriseIds: paired,
      duties: OWN_POST_ONLY,
    };
  }
}

const person = (id: string, name: string, roles: readonly Role[], regionCode: string): PersonActor => ({
  kind: 'person',
  id,
  name,
  roles,
  regionCode,
  regionCodes: [
    regionCode,
    ...REGIONS.filter(({ parentCode }) => parentCode === regionCode).map(({ code }) => code),
  ],
  unitId: null,
  enterpriseId: null,
  pairedEnterpriseIds: [],
  duties: OWN_POST_ONLY,
});
