import type { Day, EnterpriseClass, Instant, Post, PostHolder } from '@zhuqi/domain';

/** A person with the name people know it by. */
export interface PersonOnPost extends PostHolder {
  readonly name: string;
}

export interface HeldTicket {
  readonly id: string;
  readonly number: string;
  readonly aboutPersonId: string | null;
  /** False where the person only has something to do after a conference of it. */
  readonly held: boolean;
}

/** Whose post it is, and who comes after. */
export interface PostPeople {
  readonly fromPersonId: string;
  readonly toPersonId: string;
}

/** A pairing that has not ended on the day it is asked for. */
export interface PairingInHand {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly enterpriseClass: EnterpriseClass;
  readonly kind: 'officer' | 'leader';
}

/** A running project the person is the leader or the secretary of. */
export interface ProjectInHand {
  readonly id: string;
  readonly name: string;
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
  readonly cause: 'post' | 'complaint' | 'follow_up';
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
   * What goes along with a post, those others were merged into before those merged: tickets the predecessor holds by
   * name and that have not ended, complaints about the successor with task forces that it will lead, and tickets,
   * ended or not, whose conferences have left the predecessor something to do. With an instant, only those it holds
   * by name and was given no later.
   */
  abstract ofPost(people: PostPeople, until?: Instant): Promise<readonly HeldTicket[]>;

  /** The task forces a person leads. */
  abstract ledBy(personId: string): Promise<readonly string[]>;

  abstract pairingsOf(personId: string, from: Day): Promise<readonly PairingInHand[]>;

  abstract projectsOf(personId: string): Promise<readonly ProjectInHand[]>;

  /**
   * The pairings end with the day before and are the successor's from the day on; so are the leads of task forces, and
   * the running projects the person was the leader or the secretary of.
   */
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
