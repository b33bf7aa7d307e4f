import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A job an event asks for, until its consumer has finished it. */
@Entity('outbox')
@Unique('outbox_ticket_id_seq_job_key', ['ticketId', 'seq', 'job'])
@Index('outbox_waiting', ['availableAt'], { where: 'finished_at is null' })
@Index('outbox_routes', ['availableAt'], { where: `finished_at is null and job = 'ticket.route'` })
export class OutboxRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pkey' })
  readonly id!: string;

  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId!: string;

  @Column('integer')
  readonly seq!: number;

  @Column('text')
  readonly job!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'available_at', default: () => 'clock_timestamp()' })
  readonly availableAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  readonly sentAt!: Date | null;

  @Column('integer', { default: 0 })
  readonly attempts!: number;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  readonly finishedAt!: Date | null;
}
