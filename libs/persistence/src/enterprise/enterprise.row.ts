import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RegionRow } from '../reference/region.row';
import { UnitRow } from '../reference/unit.row';

/** An enterprise the programme looks after. */
@Entity('enterprise')
@Unique('enterprise_credit_code_key', ['creditCode'])
@Check(
  'enterprise_industry_check',
  `industry in ('industry', 'services', 'trade', 'construction', 'realEstate')`,
)
@Check('enterprise_state_check', `state in ('candidate', 'active')`)
@Index('enterprise_region', ['regionCode', 'id'])
@Index('enterprise_search', { synchronize: false }) // an expression: see the migrations
export class EnterpriseRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enterprise_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'enterprise_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => UnitRow, { name: 'enterprise_township_id_fkey' })
  @Column('uuid', { name: 'township_id', nullable: true })
  readonly townshipId!: string | null;

  @Column('text', { name: 'credit_code' })
  readonly creditCode!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly industry!: string;

  @Column('text')
  readonly class!: string;

  @Column('text', { nullable: true })
  readonly address!: string | null;

  @Column('text', { name: 'contact_name', nullable: true })
  readonly contactName!: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  readonly contactPhone!: string | null;

  @Column('text', { name: 'pinyin_initials', default: '' })
  readonly pinyinInitials!: string;

  @Column('text', { default: 'active' })
  readonly state!: 'candidate' | 'active';
}
