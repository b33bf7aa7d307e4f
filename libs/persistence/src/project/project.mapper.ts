import type { Named, ProjectSummary, ProjectTrail } from '@zhuqi/application';
import type { Project } from '@zhuqi/domain';

const FIELD_COLUMN = {
  id: 'id',
  version: 'version',
  regionCode: 'region_code',
  enterpriseId: 'enterprise_id',
  name: 'name',
  code: 'code',
  townshipId: 'township_id',
  sector: 'sector',
  investmentWan: 'investment_wan',
  funding: 'funding',
  leaderId: 'leader_id',
  departmentId: 'department_id',
  secretaryId: 'secretary_id',
  state: 'state',
  startsOn: 'starts_on',
  completesOn: 'completes_on',
} as const satisfies Record<keyof Project, string>;

/** Every field of a project with its column; a new field without its column does not compile. */
export const PROJECT_FIELDS = (Object.keys(FIELD_COLUMN) as (keyof Project)[]).map((field) => ({
  field,
  column: FIELD_COLUMN[field],
}));

/** The project `j` under the names of its fields; days as texts. */
export const PROJECT_COLUMNS = PROJECT_FIELDS.map(
  ({ field, column }) => `j.${column}${field.endsWith('On') ? '::text' : ''} as "${field}"`,
).join(', ');

export interface ProjectLine extends Project {
  readonly enterprise: Named;
  readonly township: Named | null;
  readonly department: Named | null;
  readonly leader: Named | null;
  readonly secretary: Named | null;
}

/** The line without the ids that stand beside their names. */
export function projectSummary(row: ProjectLine): ProjectSummary {
  const { enterprise, township, department, leader, secretary } = row;
  return {
    ...{ id: row.id, version: row.version, regionCode: row.regionCode, name: row.name, code: row.code },
    ...{ sector: row.sector, investmentWan: row.investmentWan, funding: row.funding, state: row.state },
    ...{ startsOn: row.startsOn, completesOn: row.completesOn },
    ...{ enterprise, township, department, leader, secretary },
  };
}

export interface TrailRow extends Omit<ProjectTrail, 'at'> {
  readonly at: string;
}

export const trailOf = ({ at, ...line }: TrailRow): ProjectTrail => ({ ...line, at: Date.parse(at) });
