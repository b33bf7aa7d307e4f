import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AnchorRow } from './anchor.row';

/** Append-only: a head an anchor covers. It outlives its ticket. */
@Entity('anchor_head')
@ForeignKey(() => AnchorRow, ['regionCode', 'ordinal'], ['regionCode', 'ordinal'], {
  name: 'anchor_head_region_code_ordinal_fkey',
})
@Index('anchor_head_ticket', ['ticketId', 'seq'], { unique: true })
export class AnchorHeadRow {
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'anchor_head_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'anchor_head_pkey' })
  readonly ordinal!: number;

  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'anchor_head_pkey' })
  readonly ticketId!: string;

  @Column('integer')
  readonly seq!: number;

  @Column('text')
  readonly hash!: string;
}
