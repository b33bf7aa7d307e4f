import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer a caller’s key has been given, so that a second attempt gets the same. */
@Entity('idempotency')
export class IdempotencyRow {
  @PrimaryColumn('uuid', { name: 'actor_id', primaryKeyConstraintName: 'idempotency_pkey' })
  readonly actorId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' })
  readonly key!: string;

  @Column('text', { name: 'request_hash' })
  readonly requestHash!: string;

  @Column('integer', { nullable: true })
  readonly status!: number | null;

  @Column('json', { nullable: true })
  readonly body!: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  readonly createdAt!: Date;
}
