import type { Places, Change, Instant, ProjectState, Ticket } from '@zhuqi/domain';
import type { StoredAnswer, IdempotencyClaim } from './idempotency';
import type { BulletinDesk } from './bulletin-desk';
import type { HandoverDesk } from './handover-desk';
import type { MatterDesk } from './matter-desk';
import type { RankingDesk } from './ranking-desk';
import type { ProjectDesk } from './project-desk';
import type { NoticeToWrite } from './notices';
import type { TaskForceDesk } from './task-force-desk';
import type { RuleDesk } from './rule-desk';
import type { SubstitutionDesk } from './substitution-desk';

/** A job that leaves the transaction with its commit. */
export interface OutboxMessage {
  readonly id: string;
  readonly seq: number;
  readonly job: 'ticket.route' | 'notice.deliver';
}

/** A ticket locked for this transaction, with who answers for its enterprise today. */
export interface LockedTicket {
  readonly ticket: Ticket;
  readonly chain: Places;
  readonly inForce: RulesInForce;
}

/** The rules of a district as of this transaction: never a few seconds old, unlike what the rule book remembers. */
export interface RulesInForce {
  readonly calendarVersion: number;
  /** What a ticket gets that has been promised nothing yet; null before the first policy takes effect. */
  readonly policyVersion: number | null;
  /** The later policy this ticket is to be brought under; null when there is none. */
  readonly rebasingPolicy: number | null;
}

/** An enterprise as a submission needs it. */
export interface SubmittingEnterprise {
  readonly id: string;
  readonly regionCode: string;
  readonly industry: string;
  readonly chain: Places;
  /** How far the project is that was asked for; null when the enterprise has no such project, or none was. */
  readonly projectState: ProjectState | null;
  /** The number the next ticket gets. */
  readonly nextNumber: string;
}

export interface Postings {
  readonly before: Ticket | null;
  readonly change: Change;
  readonly outbox: readonly OutboxMessage[];
}

/** Everything a use case can write exists only on its transaction; a forgotten transaction cannot be written. */
export interface Transaction {
  /** Business time at the start of the transaction. */
  readonly now: Instant;
  readonly taskForces: TaskForceDesk;
  readonly handovers: HandoverDesk;
  readonly substitutions: SubstitutionDesk;
  readonly rules: RuleDesk;
  readonly matters: MatterDesk;
  readonly bulletins: BulletinDesk;
  readonly rankings: RankingDesk;
  readonly projects: ProjectDesk;
  lockTicket(ticketId: string): Promise<LockedTicket | null>;
  submittingEnterprise(enterpriseId: string, projectId: string | null): Promise<SubmittingEnterprise | null>;
  /** Row, clocks, hops, events with their hashes, ledger, escalations and outbox, in one statement. */
  save(postings: Postings): Promise<void>;
  /** Null: the key is ours now; otherwise the answer that was given to the first request. */
  claimIdempotencyKey(claim: IdempotencyClaim): Promise<StoredAnswer | null>;
  storeAnswer(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void>;
  /** Which of the outbox messages this call finished; the others an earlier delivery already did. */
  finishOutbox(outboxIds: readonly string[]): Promise<readonly string[]>;
  writeNotices(notices: readonly NoticeToWrite[]): Promise<void>;
}

/** Runs a procedure in one transaction, and again as a whole when PostgreSQL says that another attempt may succeed. */
export abstract class UnitOfWork {
  abstract run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
