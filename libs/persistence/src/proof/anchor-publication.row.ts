import type { PublicationKind } from '@zhuqi/application';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AnchorRow } from './anchor.row';

/** Append-only: a publication an anchor covers. It outlives what it is about. */
@Entity('anchor_publication')
@Check('anchor_publication_kind_check', `kind in ('bulletin', 'ranking')`)
@ForeignKey(() => AnchorRow, ['regionCode', 'ordinal'], ['regionCode', 'ordinal'], {
  name: 'anchor_publication_region_code_ordinal_fkey',
})
export class AnchorPublicationRow {
  @PrimaryColumn('uuid', { name: 'publication_id', primaryKeyConstraintName: 'anchor_publication_pkey' })
  readonly publicationId!: string;

  @Column('text')
  readonly kind!: PublicationKind;

  @Column('text')
  readonly digest!: string;

  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('integer')
  readonly ordinal!: number;
}
