import type { ProjectFunding, ProjectSector, ProjectState } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { EnterpriseRow } from '../enterprise/enterprise.row';
import { RegionRow } from '../reference/region.row';
import { UnitRow } from '../reference/unit.row';

/** A key project of an enterprise, as it stands. */
@Entity('project')
@Unique('project_code_key', ['regionCode', 'code'])
@Check('project_sector_check', `sector in ('commercial', 'industrial', 'agricultural', 'infrastructure')`)
@Check('project_funding_check', `funding in ('private', 'special_bond', 'central_budget')`)
@Check('project_state_check', `state in ('planned', 'building', 'completed', 'cancelled')`)
@Check('project_investment_check', 'investment_wan > 0')
@Check('project_days_check', 'starts_on <= completes_on')
@Index('project_region', ['regionCode', 'id'])
@Index('project_enterprise', ['enterpriseId'])
@Index('project_leader', ['leaderId'], { where: 'leader_id is not null' })
export class ProjectRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_pkey' })
  readonly id!: string;

  @Column('integer')
  readonly version!: number;

  @ForeignKey(() => RegionRow, { name: 'project_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => EnterpriseRow, { name: 'project_enterprise_id_fkey' })
  @Column('uuid', { name: 'enterprise_id' })
  readonly enterpriseId!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { nullable: true })
  readonly code!: string | null;

  @ForeignKey(() => UnitRow, { name: 'project_township_id_fkey' })
  @Column('uuid', { name: 'township_id', nullable: true })
  readonly townshipId!: string | null;

  @Column('text')
  readonly sector!: ProjectSector;

  @Column('integer', { name: 'investment_wan' })
  readonly investmentWan!: number;

  @Column('text')
  readonly funding!: ProjectFunding;

  @ForeignKey(() => PersonRow, { name: 'project_leader_id_fkey' })
  @Column('uuid', { name: 'leader_id', nullable: true })
  readonly leaderId!: string | null;

  @ForeignKey(() => UnitRow, { name: 'project_department_id_fkey' })
  @Column('uuid', { name: 'department_id', nullable: true })
  readonly departmentId!: string | null;

  @ForeignKey(() => PersonRow, { name: 'project_secretary_id_fkey' })
  @Column('uuid', { name: 'secretary_id', nullable: true })
  readonly secretaryId!: string | null;

  @Column('text')
  readonly state!: ProjectState;

  @Column('date', { name: 'starts_on', nullable: true })
  readonly startsOn!: string | null;

  @Column('date', { name: 'completes_on', nullable: true })
  readonly completesOn!: string | null;
}
