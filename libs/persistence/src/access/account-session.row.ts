import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from './account.row';

/** One refresh token; those of one sign-in are a family. */
@Entity('account_session')
@Unique('account_session_refresh_hash_key', ['refreshHash'])
@Index('account_session_family', ['family'])
@Index('account_session_person', ['personId'])
export class AccountSessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_session_pkey' })
  readonly id!: string;

  @Column('uuid')
  readonly family!: string;

  @ForeignKey(() => AccountRow, { name: 'account_session_person_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  readonly personId!: string;

  @Column('text', { name: 'refresh_hash' })
  readonly refreshHash!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  readonly replacedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  readonly revokedAt!: Date | null;
}
