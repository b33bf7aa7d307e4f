import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose turn it is to sweep, by the database's own time, and how far the sweep has come after an outage. */
@Entity('sweep_lease')
export class SweepLeaseRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sweep_lease_pkey' })
  readonly name!: string;

  @Column('text')
  readonly holder!: string;

  @Column('timestamptz')
  readonly until!: Date;

  /** When somebody last looked. */
  @Column('timestamptz', { name: 'swept_at' })
  readonly sweptAt!: Date;

  /** Since when the storm brake holds; null when it does not. */
  @Column('timestamptz', { name: 'storm_since', nullable: true })
  readonly stormSince!: Date | null;

  /** Due tickets the brake still holds back. */
  @Column('integer', { name: 'storm_left', default: 0 })
  readonly stormLeft!: number;
}
