import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnterpriseRow } from '../enterprise/enterprise.row';
import { HandoverRow } from './handover.row';

/** An enterprise that went along with a post. */
@Entity('handover_pairing')
@Check('handover_pairing_kind_check', `kind in ('officer', 'leader')`)
export class HandoverPairingRow {
  @ForeignKey(() => HandoverRow, { name: 'handover_pairing_handover_id_fkey' })
  @PrimaryColumn('uuid', { name: 'handover_id', primaryKeyConstraintName: 'handover_pairing_pkey' })
  readonly handoverId!: string;

  @ForeignKey(() => EnterpriseRow, { name: 'handover_pairing_enterprise_id_fkey' })
  @PrimaryColumn('uuid', { name: 'enterprise_id', primaryKeyConstraintName: 'handover_pairing_pkey' })
  readonly enterpriseId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'handover_pairing_pkey' })
  readonly kind!: 'officer' | 'leader';
}
