import type { Lamp, Outcome, Severity, Tier, TicketStatus, Urgency } from '@zhuqi/domain';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A ticket as it stands in a list. Instants are epoch milliseconds. */
export interface TicketSummary {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: TicketStatus;
  readonly tier: Tier | null;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly lamp: Lamp;
  readonly round: number;
  readonly outcome: Outcome | null;
  readonly title: string;
  readonly category: string;
  readonly categoryName: string;
  /** Without an id and under another name where the reader is not told the submitter. */
  readonly enterprise: { readonly id: string | null; readonly name: string };
  readonly holder: { readonly unit: Named | null; readonly person: Named | null };
  readonly nextDueAt: number | null;
  readonly submittedAt: number;
  readonly confidential: boolean;
}
