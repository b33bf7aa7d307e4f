import type { Day, EnterpriseClass, Instant, Post, PostHolder } from '@zhuqi/domain';

/** A person with the name people know it by. */
export interface PersonOnPost extends PostHolder {
  readonly name: string;
}

export interface HeldTicket {
  readonly id: string;
  readonly number: string;
  readonly aboutPersonId: string | null;
}

/** A pairing that has not ended on the day it is asked for. */
export interface PairingInHand {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly enterpriseClass: EnterpriseClass;
  readonly kind: 'officer' | 'leader';
}

/** `planned` until its day comes; then `done` once, or `cancelled` before. */
export type HandoverState = 'planned' | 'done' | 'cancelled';

export interface Handover {
  readonly id: string;
  readonly regionCode: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly posts: readonly Post[];
  readonly effectiveOn: Day;
  readonly reason: string;
  /** The person leaves service: its account is disabled when the handover takes effect. */
  readonly leaves: boolean;
  /** The office has said that the successor may look after more enterprises than the rule allows. */
  readonly overCapacity: boolean;
  readonly state: HandoverState;
  readonly madeById: string;
  readonly madeAt: Instant;
  /** When it took effect. */
  readonly doneAt: Instant | null;
}

export interface MovedTicket {
  readonly ticketId: string;
  /** The event that says so. */
  readonly seq: number;
  readonly cause: 'post' | 'complaint';
}

/** Who gave a post away to whom. */
export interface Succession {
  readonly handoverId: string;
  readonly toPersonId: string;
}

/** Handovers as a transaction writes them; hangs on it as `tx.handovers`. */
export abstract class HandoverDesk {
  /** Locks these people against another handover or substitution; who is unknown is left out. */
  abstract people(ids: readonly string[]): Promise<readonly PersonOnPost[]>;

  /**
   * Tickets the person holds by name and that have not ended, those others were merged into before those merged;
   * with an instant, those given to it no later.
   */
  abstract heldBy(personId: string, until?: Instant): Promise<readonly HeldTicket[]>;

  abstract pairingsOf(personId: string, from: Day): Promise<readonly PairingInHand[]>;

  /** The pairings end with the day before and are the successor's from the day on; so are the leads of task forces. */
  abstract passDuties(handover: Handover): Promise<void>;

  /** Out of service: not to be named any more, signed out, and neither absent nor a substitute from now on. */
  abstract endService(personId: string, byId: string): Promise<void>;

  abstract add(handover: Handover): Promise<void>;

  /** Locked; null when unknown. */
  abstract lock(id: string): Promise<Handover | null>;

  /** It has taken effect, with these tickets; again for one that was late. */
  abstract finish(id: string, moved: readonly MovedTicket[]): Promise<void>;

  abstract cancel(id: string, byId: string): Promise<void>;

  /** To whom the person's post has gone since an instant, through as many hands as it went; null when to nobody. */
  abstract successorOf(personId: string, since: Instant): Promise<Succession | null>;
}
