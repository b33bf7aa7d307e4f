import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A posting that is not in the rollup yet. Written with the posting, taken by whoever rolls it up. */
@Entity('ledger_tail')
export class LedgerTailRow {
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ledger_tail_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ledger_tail_pkey' })
  readonly seq!: number;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'ledger_tail_pkey' })
  readonly part!: number;

  /** By the server's own time: how far the rollup is behind. */
  @Column('timestamptz', { name: 'posted_at', default: () => 'clock_timestamp()' })
  readonly postedAt!: Date;
}
