import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a ticket is about. */
@Entity('category')
export class CategoryRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'category_pkey' })
  readonly code!: string;

  @Column('text')
  readonly label!: string;

  @Column('integer')
  readonly position!: number;
}
