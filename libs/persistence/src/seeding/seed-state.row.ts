import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the demo’s story has been told to its end. */
@Entity('seed_state')
@Check('seed_state_state_check', `state in ('telling', 'told')`)
export class SeedStateRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'seed_state_pkey' })
  readonly name!: string;

  @Column('text')
  readonly state!: 'telling' | 'told';
}
