import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row a night. Without `ran_at` it is under way, or its worker died. */
@Entity('verification')
export class VerificationRow {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'verification_pkey' })
  readonly night!: string;

  @Column('timestamptz', { name: 'started_at' })
  readonly startedAt!: Date;

  @Column('timestamptz', { name: 'ran_at', nullable: true })
  readonly ranAt!: Date | null;

  @Column('bigint', { nullable: true })
  readonly events!: string | null;

  @Column('bigint', { nullable: true })
  readonly postings!: string | null;

  @Column('bigint', { nullable: true })
  readonly faults!: string | null;
}
