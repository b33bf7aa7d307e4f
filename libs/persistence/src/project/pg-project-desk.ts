import { ProjectDesk, type ProjectDeed } from '@zhuqi/application';
import type { NamedInPlan, NamedPerson, NamedUnit, Project, ProjectCast } from '@zhuqi/domain';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';
import { isRunning } from './running-project.sql';
import { PROJECT_COLUMNS, PROJECT_FIELDS } from './project.mapper';

const OWNER: Statement = { name: 'project-owner', text: 'select region_code from enterprise where id = $1' };

const LOCK: Statement = {
  name: 'project-lock',
  text: `select ${PROJECT_COLUMNS} from project j where j.id = $1 for no key update`,
};

const LOCK_LEADER: Statement = {
  name: 'project-leader-lock',
  text: 'select 1 from person where id = $1 for no key update',
};

const unitOf = (id: string): string =>
  `(select json_build_object('kind', u.kind, 'regionCode', u.region_code) from unit u where u.id = ${id})`;
const personOf = (id: string): string =>
  `(select json_build_object('roles', p.roles, 'regionCode', p.region_code) from person p where p.id = ${id} and p.active)`;

const CAST: Statement = {
  name: 'project-cast',
  text: `
select ${unitOf('$1::uuid')} as township, ${unitOf('$2::uuid')} as department, ${personOf('$3::uuid')} as leader,
  ${personOf('$4::uuid')} as secretary,
  (select count(*)::integer from project j where j.leader_id = $3::uuid and j.id <> $5::uuid
    and ${isRunning('j')}) as led`,
};

const NAMES = PROJECT_FIELDS.map(({ column }) => column);
const RECORD = 'json_populate_record(null::project, $1::json)';

const TRAIL = `insert into project_change (project_id, version, at, by_id, reason, changed)
select id, version, $2, $3, $4, $5 from written`;

const ADD: Statement = {
  name: 'project-add',
  text: `
with written as (
  insert into project (${NAMES.join(', ')}) select ${NAMES.join(', ')} from ${RECORD} returning id, version
)
${TRAIL}`,
};

const CHANGE: Statement = {
  name: 'project-change',
  text: `
with written as (
  update project j set (${NAMES.join(', ')}) = (select ${NAMES.join(', ')} from ${RECORD})
  where j.id = ($1::json ->> 'id')::uuid returning j.id, j.version
)
${TRAIL}`,
};

interface CastRow {
  readonly township: NamedUnit | null;
  readonly department: NamedUnit | null;
  readonly leader: NamedPerson | null;
  readonly secretary: NamedPerson | null;
  readonly led: number;
}

/** Projects on the connection of one transaction. */
export class PgProjectDesk extends ProjectDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  async regionOfOwner(enterpriseId: string): Promise<string | null> {
    const [owner] = await this.rows<{ region_code: string }>(OWNER, [enterpriseId]);
    return owner?.region_code ?? null;
  }

  async castOf(named: NamedInPlan, exceptId: string): Promise<ProjectCast> {
    const { townshipId, departmentId, leaderId, secretaryId } = named;
    if (leaderId !== null) await this.rows(LOCK_LEADER, [leaderId]);
    const [row] = await this.rows<CastRow>(CAST, [townshipId, departmentId, leaderId, secretaryId, exceptId]);
    const { led, ...cast } = row ?? NOBODY;
    return { ...cast, ledByLeader: led };
  }

  async lock(projectId: string): Promise<Project | null> {
    const [row] = await this.rows<Project>(LOCK, [projectId]);
    return row ?? null;
  }

  add(project: Project, deed: ProjectDeed): Promise<void> {
    return this.write(ADD, project, deed);
  }

  change(project: Project, deed: ProjectDeed): Promise<void> {
    return this.write(CHANGE, project, deed);
  }

  private async write(
    statement: Statement,
    project: Project,
    { at, byId, reason, changed }: ProjectDeed,
  ): Promise<void> {
    const row = Object.fromEntries(PROJECT_FIELDS.map(({ field, column }) => [column, project[field]]));
    const values = [JSON.stringify(row), toTimestamp(at), byId, reason, JSON.stringify(changed)];
    await this.client.query({ ...statement, values });
  }

  private async rows<T extends QueryResultRow>(statement: Statement, values: unknown[]): Promise<T[]> {
    return (await this.client.query<T>({ ...statement, values })).rows;
  }
}

const NOBODY: CastRow = { township: null, department: null, leader: null, secretary: null, led: 0 };
