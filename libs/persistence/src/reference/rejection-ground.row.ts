import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a ticket may be refused. */
@Entity('rejection_ground')
export class RejectionGroundRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'rejection_ground_pkey' })
  readonly code!: string;

  @Column('text')
  readonly label!: string;

  @Column('integer')
  readonly position!: number;
}
