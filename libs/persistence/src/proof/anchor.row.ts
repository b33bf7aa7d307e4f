import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionRow } from '../reference/region.row';

/** Append-only: the root of the heads that had moved, signed. */
@Entity('anchor')
@Check('anchor_ordinal_check', 'ordinal > 0')
export class AnchorRow {
  @ForeignKey(() => RegionRow, { name: 'anchor_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'anchor_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'anchor_pkey' })
  readonly ordinal!: number;

  @Column('timestamptz')
  readonly at!: Date;

  @Column('integer')
  readonly heads!: number;

  @Column('text')
  readonly previous!: string;

  @Column('text')
  readonly root!: string;

  @Column('text')
  readonly signature!: string;
}
