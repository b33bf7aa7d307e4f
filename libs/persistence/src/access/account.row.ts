import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from './person.row';

/** How a person signs in; what a lockout counts. */
@Entity('account')
@Unique('account_username_key', ['username'])
export class AccountRow {
  @ForeignKey(() => PersonRow, { name: 'account_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'account_pkey' })
  readonly personId!: string;

  @Column('text')
  readonly username!: string;

  @Column('text', { name: 'password_hash' })
  readonly passwordHash!: string;

  @Column('integer', { name: 'session_version', default: 1 })
  readonly sessionVersion!: number;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  readonly disabledAt!: Date | null;

  @Column('integer', { name: 'failed_count', default: 0 })
  readonly failedCount!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  readonly lockedUntil!: Date | null;
}
