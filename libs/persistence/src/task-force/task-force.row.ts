import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { UnitRow } from '../reference/unit.row';

/** 专班: a unit that exists for a purpose, under one lead, until it is dissolved. */
@Entity('task_force')
@Check('task_force_check', '(dissolved_at is null) = (dissolved_by_id is null)')
@Index('task_force_lead', ['leadId'], { where: 'dissolved_at is null' })
export class TaskForceRow {
  @ForeignKey(() => UnitRow, { name: 'task_force_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'task_force_pkey' })
  readonly unitId!: string;

  @ForeignKey(() => PersonRow, { name: 'task_force_lead_id_fkey' })
  @Column('uuid', { name: 'lead_id' })
  readonly leadId!: string;

  @Column('text')
  readonly purpose!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @ForeignKey(() => PersonRow, { name: 'task_force_created_by_id_fkey' })
  @Column('uuid', { name: 'created_by_id' })
  readonly createdById!: string;

  @Column('timestamptz', { name: 'dissolved_at', nullable: true })
  readonly dissolvedAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'task_force_dissolved_by_id_fkey' })
  @Column('uuid', { name: 'dissolved_by_id', nullable: true })
  readonly dissolvedById!: string | null;

  /** What is on record about the end of it. */
  @Column('text', { nullable: true })
  readonly note!: string | null;
}
