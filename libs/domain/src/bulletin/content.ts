import type { RankingKind, RankingTable } from '../ranking';
import type { DeclaredRate, Figure, Measure, Population, Rate, RateCode } from '../statistics';
import type { Figures } from '../statistics/ledger';
import type { Tier } from '../ticket/axes';
import type { EscalationCause } from '../ticket/change';
import type { Day, Instant } from '../time';

/** How often a bulletin (通报) appears; `special` is drawn on demand for any period. */
export const BULLETIN_KINDS = ['weekly', 'half_monthly', 'monthly', 'special'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

export const BULLETIN_KIND_LABEL = {
  weekly: '周通报',
  half_monthly: '半月通报',
  monthly: '月通报',
  special: '专题通报',
} as const satisfies Record<BulletinKind, string>;

/** What a bulletin's populations are cut by. */
export const BULLETIN_CUTS = ['township', 'department', 'industry', 'category', 'tier'] as const;
export type BulletinCut = (typeof BULLETIN_CUTS)[number];

/** Business days, both included. */
export interface BulletinPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** The running number of a region's bulletins within a year: 〔2023〕1号. */
export interface BulletinNumber {
  readonly year: number;
  readonly ordinal: number;
}

/** Figures and every declared rate of them, as printed. */
export interface BulletinFigures {
  readonly figures: Figures;
  readonly rates: Readonly<Record<RateCode, Rate>>;
}

/** One key of a cut: what happened in the period, and the cohort to date. A null key is 未归口. */
export interface BulletinRow {
  readonly key: string | null;
  readonly label: string;
  readonly period: BulletinFigures;
  readonly toDate: BulletinFigures;
}

/** A figure of the period beside the period before. */
export interface BulletinMovement {
  readonly figure: Figure;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

/** 反映工作人员的诉求: in the totals, and in nothing that could tell about whom they are. */
export interface BulletinComplaints {
  /** Collected since 1 January. */
  readonly toDate: number;
  /** Collected within the period. */
  readonly period: number;
}

export interface BulletinPopulation {
  /** 累计: the tickets collected since 1 January of the year of the period's last day, as they stand. */
  readonly toDate: BulletinFigures;
  /** 本期: what happened within the period (a flow). */
  readonly period: BulletinFigures;
  /** 上期: what happened within the period before. */
  readonly previous: BulletinFigures;
  /** What the totals above count and the cuts below, the lists and the rankings do not. */
  readonly complaints: BulletinComplaints;
  readonly movements: readonly BulletinMovement[];
  readonly cuts: Readonly<Record<BulletinCut, readonly BulletinRow[]>>;
}

/** A ticket in a published list. A confidential one stands there by number and unit: no title, no enterprise. */
export interface BulletinTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly population: Population;
  readonly confidential: boolean;
  /** `（保密诉求）` for a confidential ticket. */
  readonly title: string;
  readonly enterprise: string | null;
  /** Who handles it; null before the first dispatch. */
  readonly unit: string | null;
  readonly tier: Tier | null;
}

/** 红灯: past its promise, or was when its time came to a standstill. */
export interface RedTicket extends BulletinTicket {
  readonly dueOn: Day;
  /** Whole working days of the district's calendar past the promise. */
  readonly overdueWorkingDays: number;
}

/** 提级, in the period. */
export interface BulletinEscalation extends BulletinTicket {
  readonly cause: EscalationCause;
  readonly causeLabel: string;
  readonly fromTier: Tier;
  readonly toTier: Tier;
  readonly at: Instant;
}

/** 挂起 at the time of drawing. */
export interface SuspendedTicket extends BulletinTicket {
  readonly since: Instant;
  readonly ageWorkingDays: number;
  readonly reviewOn: Day | null;
  readonly reason: string | null;
}

/** 值得核实的情况: the tickets of the period that show a signal. Shown, not punished. */
export interface BulletinSignal {
  readonly measure: Measure;
  readonly label: string;
  readonly count: number;
  readonly tickets: readonly BulletinTicket[];
}

/** 完成率 of a target whose time includes the bulletin's. */
export interface BulletinTarget {
  readonly population: Population;
  readonly figure: Figure;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  readonly target: number;
  readonly actual: number;
  /** Whole percents, five upwards: 58/55 is 105%. */
  readonly display: string | null;
}

/** How the figures were counted, kept with them so that they can be read when the definitions have moved on. */
export interface BulletinDefinition extends DeclaredRate {
  readonly code: RateCode;
}

/** A published snapshot of a region and period. The paper and the JSON are two forms of it. */
export interface BulletinContent {
  readonly schema: 1;
  readonly kind: BulletinKind;
  readonly regionCode: string;
  readonly regionName: string;
  /** The publishing office's name. */
  readonly issuer: string;
  readonly number: BulletinNumber;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** What was known at this moment, and nothing later. */
  readonly asOf: Instant;
  readonly previous: BulletinPeriod;
  /** First day of 累计. */
  readonly toDateFrom: Day;
  /** By district when the region is a city, else null. */
  readonly districts: Readonly<Record<Population, readonly BulletinRow[]>> | null;
  readonly populations: Readonly<Record<Population, BulletinPopulation>>;
  readonly red: readonly RedTicket[];
  readonly escalations: readonly BulletinEscalation[];
  readonly suspended: readonly SuspendedTicket[];
  readonly rankings: Readonly<Record<RankingKind, RankingTable>>;
  readonly signals: readonly BulletinSignal[];
  readonly targets: readonly BulletinTarget[];
  readonly definitions: readonly BulletinDefinition[];
}
