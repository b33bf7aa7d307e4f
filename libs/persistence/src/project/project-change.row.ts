import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { ProjectRow } from './project.row';

/** Append-only: who entered or changed a project, when, and each field before and after. */
@Entity('project_change')
export class ProjectChangeRow {
  @ForeignKey(() => ProjectRow, { name: 'project_change_project_id_fkey' })
  @PrimaryColumn('uuid', { name: 'project_id', primaryKeyConstraintName: 'project_change_pkey' })
  readonly projectId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'project_change_pkey' })
  readonly version!: number;

  @Column('timestamptz')
  readonly at!: Date;

  @ForeignKey(() => PersonRow, { name: 'project_change_by_id_fkey' })
  @Column('uuid', { name: 'by_id' })
  readonly byId!: string;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb')
  readonly changed!: Readonly<Record<string, readonly [unknown, unknown]>>;
}
