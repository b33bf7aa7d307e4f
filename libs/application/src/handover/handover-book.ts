import type { Day, Instant, PersonActor, Post } from '@zhuqi/domain';
import type { HandoverState } from '../ports/handover-desk';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

export const HANDOVER_STATES = ['planned', 'done', 'cancelled'] as const satisfies readonly HandoverState[];

/** A handover as a list shows it. */
export interface HandoverEntry {
  readonly id: string;
  readonly state: HandoverState;
  readonly from: Named;
  readonly to: Named;
  readonly posts: readonly Post[];
  readonly effectiveOn: Day;
  readonly reason: string;
  readonly leaves: boolean;
  readonly madeBy: Named;
  readonly madeAt: Instant;
  readonly doneAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

/** With what went along, as far as the reader may see it. */
export interface HandoverFile extends HandoverEntry {
  readonly tickets: readonly { readonly id: string; readonly number: string; readonly cause: string }[];
  readonly pairings: readonly { readonly enterprise: Named; readonly kind: 'officer' | 'leader' }[];
}

/** The handovers of the reader's regions, the latest first. */
export abstract class HandoverBook {
  abstract page(
    reader: PersonActor,
    state: HandoverState | undefined,
    page: PageRequest,
  ): Promise<Page<HandoverEntry>>;

  /** Null when unknown or of another region. */
  abstract find(reader: PersonActor, id: string): Promise<HandoverFile | null>;
}

/** Handovers the system itself has to look at. */
export abstract class DueHandovers {
  /** Planned ones whose day has come and whose successor is in service, the oldest first. */
  abstract due(): Promise<readonly string[]>;

  /** Done ones whose predecessor was given something while they were being made, or has it although out of service. */
  abstract belated(): Promise<readonly string[]>;
}
