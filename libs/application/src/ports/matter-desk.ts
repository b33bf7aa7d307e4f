import type { Instant, Matter, MatterAnswer } from '@zhuqi/domain';

/** Who did something with a matter, and when. */
export interface MatterDeed {
  readonly byId: string;
  readonly at: Instant;
}

/** The writes on matters of one transaction; which tickets belong to one is kept by the tickets. */
export abstract class MatterDesk {
  abstract make(matter: Matter, deed: MatterDeed): Promise<void>;
  /** Locks the matter; null when there is none. Its tickets are locked after it. */
  abstract lock(matterId: string): Promise<Matter | null>;
  /** The ids of its tickets, in order, so that two transactions lock them the same way round. */
  abstract memberIds(matterId: string): Promise<readonly string[]>;
  /** Keeps the one answer. */
  abstract keepAnswer(matterId: string, answer: MatterAnswer, deed: MatterDeed): Promise<void>;
  abstract dissolve(matterId: string, deed: MatterDeed): Promise<void>;
}
