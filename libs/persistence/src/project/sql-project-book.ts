import { Injectable } from '@nestjs/common';
import {
  ProjectBook,
  type Named,
  type Page,
  type PageRequest,
  type ProjectFile,
  type ProjectFilter,
  type ProjectSummary,
} from '@zhuqi/application';
import { can, personsOf, scopeOf, type PersonActor, type ProjectPlan } from '@zhuqi/domain';
import { enterpriseScopeCondition } from '../access/enterprise-scope-sql';
import { Parameters } from '../access/scope-sql';
import { Database, type Statement } from '../database/database';
import { named } from '../database/named-json.sql';
import { listPage } from '../paging/list-page';
import { contains } from '../search/contains-text.sql';
import { PROJECT_COLUMNS, projectSummary, trailOf, type ProjectLine, type TrailRow } from './project.mapper';

const SOURCE = `project j join enterprise e on e.id = j.enterprise_id`;

const one = (table: 'unit' | 'person', column: string): string =>
  `(select ${named('n')} from ${table} n where n.id = j.${column})`;

const COLUMNS = `${PROJECT_COLUMNS}, ${named('e')} as enterprise, ${one('unit', 'township_id')} as township,
  ${one('unit', 'department_id')} as department, ${one('person', 'leader_id')} as leader,
  ${one('person', 'secretary_id')} as secretary`;

const NAMES_OF: readonly (keyof ProjectPlan)[] = ['townshipId', 'departmentId', 'leaderId', 'secretaryId'];

const NAMED_IN_CHANGE = `(select coalesce(json_agg(${named('n')} order by n.name, n.id), '[]')
    from (select id, name from unit union all select id, name from person) n
    where n.id = any (array(select said.id::uuid from jsonb_each(c.changed) as change (field, pair)
      cross join lateral jsonb_array_elements_text(pair) as said (id)
      where field in (${NAMES_OF.map((field) => `'${field}'`).join(', ')}))))`;

const TRAIL = `(select coalesce(json_agg(json_build_object('version', c.version, 'at', c.at,
    'by', (select ${named('p')} from person p where p.id = c.by_id), 'reason', c.reason, 'changed', c.changed,
    'named', ${NAMED_IN_CHANGE})
    order by c.version desc), '[]') from project_change c where c.project_id = j.id)`;

const BRIEF: Statement = { name: 'project-brief', text: 'select id, name from project where id = $1' };

/** Projects within a reader's scope; any other is not there. */
@Injectable()
export class SqlProjectBook extends ProjectBook {
  constructor(private readonly database: Database) {
    super();
  }

  page(reader: PersonActor, filter: ProjectFilter, page: PageRequest): Promise<Page<ProjectSummary>> {
    const parameters = new Parameters();
    const listing = {
      columns: COLUMNS,
      source: SOURCE,
      conditions: [projectScopeCondition(reader, parameters), ...filterConditions(filter, parameters)],
      shape: { order: 'project', values: ['text', 'uuid'] },
      order: ['j.name collate "zh-x-icu"', 'j.id'],
      direction: 'asc',
      item: projectSummary,
      key: (row: ProjectLine) => [row.name, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async find(reader: PersonActor, projectId: string): Promise<ProjectFile | null> {
    const parameters = new Parameters();
    const condition = `j.id = ${parameters.add(projectId)}::uuid and ${projectScopeCondition(reader, parameters)}`;
    const [row] = await this.database.rows<ProjectLine & { readonly trail: readonly TrailRow[] }>(
      `select ${COLUMNS}, ${TRAIL} as trail from ${SOURCE} where ${condition}`,
      parameters.values,
    );
    return row === undefined ? null : { ...projectSummary(row), trail: row.trail.map(trailOf) };
  }

  async brief(projectId: string): Promise<Named | null> {
    const [row] = await this.database.named<Named>(BRIEF, [projectId]);
    return row ?? null;
  }
}

/** Whoever sees the enterprise sees its projects; so do the units and the people a project names. */
function projectScopeCondition(reader: PersonActor, parameters: Parameters): string {
  if (!can(reader.roles, 'project.read')) return 'false';
  const { unitIds } = scopeOf(reader);
  const persons = `any(${parameters.add(personsOf(reader))}::uuid[])`;
  const ways = [
    enterpriseScopeCondition(reader, parameters),
    `j.leader_id = ${persons}`,
    `j.secretary_id = ${persons}`,
  ];
  if (unitIds.length > 0) {
    const units = `any(${parameters.add(unitIds)}::uuid[])`;
    ways.push(`j.township_id = ${units}`, `j.department_id = ${units}`);
  }
  return `(${ways.join(' or ')})`;
}

function filterConditions(filter: ProjectFilter, parameters: Parameters): string[] {
  const equal = (column: string, type: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`j.${column} = ${parameters.add(value)}::${type}`];
  const { q } = filter;
  const text = q === undefined ? null : parameters.add(q);
  return [
    ...equal('enterprise_id', 'uuid', filter.enterpriseId),
    ...equal('sector', 'text', filter.sector),
    ...equal('funding', 'text', filter.funding),
    ...equal('state', 'text', filter.state),
    ...equal('leader_id', 'uuid', filter.leaderId),
    ...(text === null ? [] : [`(${contains('j.name', text)} or starts_with(j.code, ${text}::text))`]),
  ];
}
