import type { PersonActor, Role } from '@zhuqi/domain';

export interface UnitCard {
  readonly id: string;
  readonly name: string;
  readonly kind: 'office' | 'department' | 'township' | 'task_force' | 'city_office';
  readonly regionCode: string;
  /** A task force that has been dissolved: known by its name, and nothing is given to it any more. */
  readonly dissolved: boolean;
}

export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly regionCode: string;
  readonly roles: readonly Role[];
  readonly enterpriseId: string | null;
}

export interface EnterpriseCard {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly industry: string;
  readonly townshipId: string | null;
}

export interface PairedPerson {
  readonly kind: 'officer' | 'leader';
  readonly personId: string;
}

/** Names behind ids. Answers may be a few seconds old; nothing is decided on a name. */
export abstract class Directory {
  abstract unit(id: string): Promise<UnitCard | null>;
  /** Who is in service. */
  abstract person(id: string): Promise<PersonCard | null>;
  /** Those of these people who are in service, with all they answer for: as it is at this moment. */
  abstract inService(personIds: readonly string[]): Promise<readonly PersonActor[]>;
  /** Whoever it is or was: what somebody did keeps its name. */
  abstract nameOf(personId: string): Promise<string | null>;
  abstract enterprise(id: string): Promise<EnterpriseCard | null>;
  abstract categoryName(code: string): Promise<string>;
  /** People who act for a unit. */
  abstract handlersOf(unitId: string): Promise<readonly PersonCard[]>;
  /** People who act for an enterprise. */
  abstract peopleOf(enterpriseId: string): Promise<readonly PersonCard[]>;
  abstract officeOf(regionCode: string): Promise<UnitCard | null>;
  /** The city's office above a district; null where there is none. */
  abstract cityOfficeOf(regionCode: string): Promise<UnitCard | null>;
  /** Who does the work of these people today: substitutes of the absent, successors of those out of service. */
  abstract standingInFor(personIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Who in service leads what this leader has on record: itself, whoever its leadership has come to hand over hand,
   * and the substitutes of both.
   */
  abstract leadingFor(leaderId: string): Promise<readonly string[]>;
  /** The leader a project names, in service; null where it names none: then the enterprise's leader is meant. */
  abstract leaderOfProject(projectId: string): Promise<string | null>;
  /** Who is paired with an enterprise today; people out of service are left out. */
  abstract pairedWith(enterpriseId: string): Promise<readonly PairedPerson[]>;
}
