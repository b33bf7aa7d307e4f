import { Injectable } from '@nestjs/common';
import {
  Directory,
  RealClock,
  type EnterpriseCard,
  type PairedPerson,
  type PersonCard,
  type UnitCard,
} from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { QueryResultRow } from 'pg';
import { ReferenceDatabase } from '../database/reference-database';
import { ExpiringMemory } from '../database/expiring-memory';
import { leadsFor } from '../access/duties.sql';
import { actorOf, IN_SERVICE, type ReachRow } from '../access/reach.sql';
import { HANDLER_ROLE_ARRAY } from './handler-roles.sql';
import { TODAY } from '../database/business-day.sql';

const KEPT_FOR_MS = 5_000;

const PERSON = `select id, name, unit_id as "unitId", region_code as "regionCode", roles,
  enterprise_id as "enterpriseId" from person`;
const UNIT = `select id, name, kind, region_code as "regionCode",
  exists (select 1 from task_force f where f.unit_id = unit.id and f.dissolved_at is not null) as dissolved from unit`;
const ENTERPRISE = `select id, name, credit_code as "creditCode", industry, township_id as "townshipId" from enterprise`;

const PAIRED = `select g.kind, g.person_id as "personId" from pairing g join person p on p.id = g.person_id
  where g.enterprise_id = $1 and p.active
    and g.valid @> ${TODAY}`;

const LEADER_OF_PROJECT = `select p.id from project j join person p on p.id = j.leader_id where j.id = $1 and p.active`;

const STANDING_IN = `
with recursive left_to as (
  select h.to_person_id as id, h.done_at from handover h join person p on p.id = h.from_person_id
  where h.from_person_id = $1 and not p.active and h.state = 'done' and h.leaves
  union
  select h.to_person_id, h.done_at from left_to l join person p on p.id = l.id
    join handover h on h.from_person_id = l.id and h.state = 'done' and h.leaves and h.done_at > l.done_at
  where not p.active
)
select s.substitute_id as id from substitution s
where s.person_id = $1 and s.ended_at is null
  and s.valid @> ${TODAY}
union select l.id from left_to l join person p on p.id = l.id where p.active`;

const LEADING_FOR = `select p.id from person p where p.active and ${leadsFor('p.id', '$1::uuid')}`;

/** Names behind ids, read through a short memory. */
@Injectable()
export class PgDirectory extends Directory {
  private readonly memory: ExpiringMemory<readonly QueryResultRow[]>;

  constructor(
    private readonly database: ReferenceDatabase,
    clock: RealClock,
  ) {
    super();
    this.memory = new ExpiringMemory(clock, KEPT_FOR_MS);
  }

  unit(id: string): Promise<UnitCard | null> {
    return this.one<UnitCard>(`${UNIT} where id = $1`, id);
  }

  person(id: string): Promise<PersonCard | null> {
    return this.one<PersonCard>(`${PERSON} where id = $1 and active`, id);
  }

  /** Never from memory: who may read something is decided on it. */
  async inService(personIds: readonly string[]): Promise<readonly PersonActor[]> {
    if (personIds.length === 0) return [];
    return (await this.database.named<ReachRow>(IN_SERVICE, [personIds])).map(actorOf);
  }

  async nameOf(personId: string): Promise<string | null> {
    return (
      (await this.one<{ name: string }>('select name from person where id = $1', personId))?.name ?? null
    );
  }

  enterprise(id: string): Promise<EnterpriseCard | null> {
    return this.one<EnterpriseCard>(`${ENTERPRISE} where id = $1`, id);
  }

  async categoryName(code: string): Promise<string> {
    const found = await this.one<{ label: string }>('select label from category where code = $1', code);
    return found?.label ?? code;
  }

  handlersOf(unitId: string): Promise<readonly PersonCard[]> {
    return this.many<PersonCard>(
      `${PERSON} where (unit_id = $1 or id = (
         select f.lead_id from task_force f where f.unit_id = $1 and f.dissolved_at is null))
         and active and roles && ${HANDLER_ROLE_ARRAY} order by name`,
      unitId,
    );
  }

  peopleOf(enterpriseId: string): Promise<readonly PersonCard[]> {
    return this.many<PersonCard>(`${PERSON} where enterprise_id = $1 and active order by name`, enterpriseId);
  }

  officeOf(regionCode: string): Promise<UnitCard | null> {
    return this.one<UnitCard>(
      `${UNIT} where region_code = $1 and kind = 'office' order by position limit 1`,
      regionCode,
    );
  }

  cityOfficeOf(regionCode: string): Promise<UnitCard | null> {
    return this.one<UnitCard>(
      `${UNIT} where region_code = (select parent_code from region where code = $1) and kind = 'city_office'
       order by position limit 1`,
      regionCode,
    );
  }

  pairedWith(enterpriseId: string): Promise<readonly PairedPerson[]> {
    return this.many<PairedPerson>(PAIRED, enterpriseId);
  }

  async leaderOfProject(projectId: string): Promise<string | null> {
    return (await this.one<{ id: string }>(LEADER_OF_PROJECT, projectId))?.id ?? null;
  }

  async standingInFor(personIds: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(personIds.map((id) => this.many<{ id: string }>(STANDING_IN, id)));
    return found.flat().map(({ id }) => id);
  }

  async leadingFor(leaderId: string): Promise<readonly string[]> {
    return (await this.many<{ id: string }>(LEADING_FOR, leaderId)).map(({ id }) => id);
  }

  private async one<T>(text: string, key: string): Promise<T | null> {
    const [row] = await this.many<T>(text, key);
    return row ?? null;
  }

  private many<T>(text: string, key: string): Promise<readonly T[]> {
    return this.memory.get(`${text}\n${key}`, () => this.database.rows(text, [key])) as Promise<readonly T[]>;
  }
}
