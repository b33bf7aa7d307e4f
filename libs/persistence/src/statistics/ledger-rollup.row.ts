import type { Population } from '@zhuqi/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RollupCut, RollupLevel } from './rollup-cut';

// Spread every time: TypeORM writes into the options it is given.
const KEY = { primaryKeyConstraintName: 'ledger_rollup_pkey' } as const;

/**
 * Postings summed up: those of one region, population, key and month of collection, made in one stretch of time.
 * Nothing that could not be had from the ledger again.
 */
@Entity('ledger_rollup')
@Check('ledger_rollup_level_check', `level in ('ever', 'month', 'day', 'hour')`)
export class LedgerRollupRow {
  @PrimaryColumn('text', { name: 'region_code', ...KEY })
  readonly regionCode!: string;

  @PrimaryColumn('text', { ...KEY })
  readonly population!: Population;

  @PrimaryColumn('text', { ...KEY })
  readonly cut!: RollupCut;

  @PrimaryColumn('text', { ...KEY })
  readonly level!: RollupLevel;

  /** When the hour, day or month of posting begins in Shanghai; minus infinity for everything to date. */
  @PrimaryColumn('timestamptz', { ...KEY })
  readonly bucket!: Date;

  /** Its first day. */
  @PrimaryColumn('date', { name: 'collected_month', ...KEY })
  readonly collectedMonth!: string;

  /** What the cut is held at; empty for tickets without a key, and where nothing is cut. */
  @PrimaryColumn('text', { ...KEY })
  readonly key!: string;

  @PrimaryColumn('boolean', { ...KEY })
  readonly confidential!: boolean;

  /** The latest posting in it. */
  @Column('timestamptz', { name: 'last_at' })
  readonly lastAt!: Date;

  @Column('bigint')
  readonly collected!: string;

  @Column('bigint')
  readonly resolved!: string;

  @Column('bigint')
  readonly closed!: string;

  @Column('bigint', { name: 'closed_on_time' })
  readonly closedOnTime!: string;

  @Column('bigint', { name: 'on_time_without_extension' })
  readonly onTimeWithoutExtension!: string;

  @Column('bigint', { name: 'first_contact_on_time' })
  readonly firstContactOnTime!: string;

  @Column('bigint')
  readonly satisfied!: string;

  @Column('bigint')
  readonly rated!: string;

  @Column('bigint', { name: 'not_rated' })
  readonly notRated!: string;

  @Column('bigint', { name: 'confirmed_by_enterprise' })
  readonly confirmedByEnterprise!: string;

  @Column('bigint')
  readonly reworked!: string;

  @Column('bigint')
  readonly returned!: string;

  @Column('bigint')
  readonly open!: string;

  @Column('bigint')
  readonly overdue!: string;

  @Column('bigint', { name: 'answered_last_hour' })
  readonly answeredLastHour!: string;

  @Column('bigint', { name: 'paused_near_due' })
  readonly pausedNearDue!: string;

  @Column('bigint', { name: 'severity_lowered' })
  readonly severityLowered!: string;

  @Column('bigint', { name: 'closed_without_contact' })
  readonly closedWithoutContact!: string;

  @Column('bigint', { name: 'handling_minutes' })
  readonly handlingMinutes!: string;

  @Column('bigint', { name: 'paused_minutes' })
  readonly pausedMinutes!: string;
}
