import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UnitRow } from '../reference/unit.row';
import { TaskForceRow } from './task-force.row';

/** A unit that takes part in a task force, from when to when; it may come back. */
@Entity('task_force_member')
@Check('task_force_member_check', 'left_at is null or left_at >= joined_at')
@Index('task_force_member_current', ['taskForceId', 'unitId'], { unique: true, where: 'left_at is null' })
@Index('task_force_member_unit', ['unitId'], { where: 'left_at is null' })
export class TaskForceMemberRow {
  @ForeignKey(() => TaskForceRow, { name: 'task_force_member_task_force_id_fkey' })
  @PrimaryColumn('uuid', { name: 'task_force_id', primaryKeyConstraintName: 'task_force_member_pkey' })
  readonly taskForceId!: string;

  @ForeignKey(() => UnitRow, { name: 'task_force_member_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'task_force_member_pkey' })
  readonly unitId!: string;

  @PrimaryColumn('timestamptz', { name: 'joined_at', primaryKeyConstraintName: 'task_force_member_pkey' })
  readonly joinedAt!: Date;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  readonly leftAt!: Date | null;
}
