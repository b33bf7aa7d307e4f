import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnterpriseRow } from '../enterprise/enterprise.row';
import { PersonRow } from '../access/person.row';

/** 包保: who looks after an enterprise from when to when; never two of a kind at once. */
@Entity('pairing')
@Check('pairing_kind_check', `kind in ('officer', 'leader')`)
@Check('pairing_valid_check', 'not isempty(valid)')
@Exclusion('pairing_one_current', 'using gist (enterprise_id with =, kind with =, valid with &&)')
@Index('pairing_person', ['personId', 'kind'])
export class PairingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pairing_pkey' })
  readonly id!: string;

  @ForeignKey(() => EnterpriseRow, { name: 'pairing_enterprise_id_fkey' })
  @Column('uuid', { name: 'enterprise_id' })
  readonly enterpriseId!: string;

  @Column('text')
  readonly kind!: 'officer' | 'leader';

  @ForeignKey(() => PersonRow, { name: 'pairing_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  readonly personId!: string;

  @Column('daterange')
  readonly valid!: string;
}
