import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: how far business time runs ahead of the server; 0 outside the demo. */
@Entity('business_clock')
@Check('business_clock_id_check', 'id = 1')
@Check('business_clock_check', 'demo or offset_ms = 0')
export class BusinessClockRow {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'business_clock_pkey', default: 1 })
  readonly id!: number;

  @Column('boolean', { default: false })
  readonly demo!: boolean;

  @Column('bigint', { name: 'offset_ms', default: 0 })
  readonly offsetMs!: string;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  readonly heartbeatAt!: Date | null;
}
