import { HANDLER_ROLES, type Actor, type Day, type PersonActor, type Places } from '@zhuqi/domain';
import { CAST, PEOPLE, type CastName, type PersonName } from '../support/ticket-cast';
import { CALENDAR, DISTRICT, unitsFor, unitsOfProject, type Pairing } from './district';
import { UNITS, type EnterpriseName, type ProjectName } from './names';
import { Forces } from './forces';
import { Posts } from './posts';

/** A unit as a ticket is given to it. */
export interface UnitCard {
  readonly name: string;
  readonly regionCode: string;
  readonly kind: (typeof UNITS)[number][2];
  readonly dissolved: boolean;
}

/** Business time, as far as a history has come. */
export interface Time {
  now: number;
}

/** Who answers for what today, as one history has changed it so far. */
export class People {
  readonly posts = new Posts();
  readonly forces = new Forces();

  constructor(private readonly time: Time) {}

  get today(): Day {
    return CALENDAR.dayOf(this.time.now);
  }

  /** Everybody in service. */
  get everybody(): readonly PersonActor[] {
    return PEOPLE.filter((name) => this.isActive(name)).map((name) => this.person(name));
  }

  isActive(name: PersonName): boolean {
    return this.posts.isActive(CAST[name].id);
  }

  actor(name: CastName): Actor {
    return name === 'system' ? CAST.system : this.person(name);
  }

  person(name: PersonName): PersonActor {
    const person: PersonActor = CAST[name];
    return {
      ...person,
      pairedEnterpriseIds: this.enterprisesOf(person.id),
      duties: {
        unitIds: this.forces.ledBy(person.id).map(({ id }) => id),
        memberUnitIds: this.forces.joinedBy(person.unitId).map(({ id }) => id),
        standsInForIds: [],
        leadsForIds: this.posts.leadersBefore(person.id),
      },
    };
  }

  /** Somebody in service. */
  byId(id: string): PersonActor | undefined {
    return this.everybody.find((person) => person.id === id);
  }

  /** Who stands in each place for an enterprise today, or for a project of its. */
  places(enterprise: EnterpriseName, project: ProjectName | null): Places {
    const own = this.placesOfEnterprise(enterprise);
    if (project === null) return own;
    const leaderId = this.posts.leaderOfProject(project) ?? own.leaderId;
    return { ...own, ...unitsOfProject(project), leaderId };
  }

  private placesOfEnterprise(enterprise: EnterpriseName): Places {
    const on = (kind: Pairing['kind']): string | null =>
      this.posts.paired(this.today).find((each) => each.enterprise === enterprise && each.kind === kind)
        ?.personId ?? null;
    return { ...unitsFor(enterprise), officerId: on('officer'), leaderId: on('leader') };
  }

  unit(name: string): UnitCard | undefined {
    const force = this.forces.byId(name);
    if (force !== undefined)
      return { name, regionCode: DISTRICT, kind: 'task_force', dissolved: force.dissolved };
    const found = UNITS.find(([each]) => each === name);
    return found && { name, regionCode: found[1], kind: found[2], dissolved: false };
  }

  handlersOf(unitName: string): readonly PersonActor[] {
    const leadId = this.forces.active().find(({ id }) => id === unitName)?.leadId;
    return this.everybody.filter(
      ({ id, unitId, ...person }) =>
        (unitId === unitName || id === leadId) && HANDLER_ROLES.some((role) => person.roles.includes(role)),
    );
  }

  private enterprisesOf(personId: string): readonly string[] {
    return this.posts
      .paired(this.today)
      .filter((each) => each.kind === 'officer' && each.personId === personId)
      .map(({ enterprise }) => enterprise);
  }
}
