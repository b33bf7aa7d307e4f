import type { PoolClient } from 'pg';
import {
  refuse,
  type BulletinDesk,
  type HandoverDesk,
  type IdempotencyClaim,
  type LockedTicket,
  type MatterDesk,
  type NoticeToWrite,
  type Postings,
  type RankingDesk,
  type ProjectDesk,
  type RuleDesk,
  type RulesInForce,
  type StoredAnswer,
  type SubmittingEnterprise,
  type SubstitutionDesk,
  type TaskForceDesk,
  type Transaction,
} from '@zhuqi/application';
import type { Places, Instant, ProjectState } from '@zhuqi/domain';
import { PgBulletinDesk } from '../bulletin/pg-bulletin-desk';
import { PgHandoverDesk } from '../handover/pg-handover-desk';
import { PgSubstitutionDesk } from '../substitution/pg-substitution-desk';
import { PgRuleDesk } from '../rules/pg-rule-desk';
import { PgProjectDesk } from '../project/pg-project-desk';
import { PgRankingDesk } from '../ranking/pg-ranking-desk';
import { PgMatterDesk } from '../matter/pg-matter-desk';
import { toTimestamp } from './column-mapper';
import { PgTaskForceDesk } from '../task-force/pg-task-force-desk';
import { LOAD_TICKET, LOCK_TICKET, SUBMITTING_ENTERPRISE } from './load-ticket.sql';
import { saveTicket } from './save-ticket';
import { toTicket, type AggregateRow } from './ticket.mapper';
import { CLAIM_KEY, FINISH_OUTBOX, STORE_ANSWER, STORED_ANSWER, WRITE_NOTICES } from './transaction.sql';

interface LockedRow extends AggregateRow {
  readonly chain: Places;
  readonly inForce: RulesInForce;
  readonly lastEventAt: Date;
}

interface EnterpriseRow {
  readonly id: string;
  readonly region_code: string;
  readonly industry: string;
  readonly chain: Places;
  readonly project_state: ProjectState | null;
  readonly number: string;
}

interface AnswerRow {
  readonly request_hash: string;
  readonly status: number;
  readonly body: unknown;
}

/** The writes of one transaction, each a named statement on its connection. */
export class PgTransaction implements Transaction {
  readonly taskForces: TaskForceDesk;
  readonly handovers: HandoverDesk;
  readonly substitutions: SubstitutionDesk;
  readonly rules: RuleDesk;
  readonly matters: MatterDesk;
  readonly bulletins: BulletinDesk;
  readonly rankings: RankingDesk;
  readonly projects: ProjectDesk;

  constructor(
    private readonly client: PoolClient,
    private moment: Instant,
  ) {
    this.taskForces = new PgTaskForceDesk(client);
    this.handovers = new PgHandoverDesk(client);
    this.substitutions = new PgSubstitutionDesk(client);
    this.rules = new PgRuleDesk(client);
    this.matters = new PgMatterDesk(client);
    this.bulletins = new PgBulletinDesk(client);
    this.rankings = new PgRankingDesk(client);
    this.projects = new PgProjectDesk(client);
  }

  /** While this transaction waited for its lock another may have written later: time never runs backwards. */
  get now(): Instant {
    return this.moment;
  }

  async lockTicket(ticketId: string): Promise<LockedTicket | null> {
    const locked = await this.client.query({ ...LOCK_TICKET, values: [ticketId] });
    if (locked.rowCount === 0) return null;
    const values = [ticketId, toTimestamp(this.now)];
    const [row] = (await this.client.query<LockedRow>({ ...LOAD_TICKET, values })).rows;
    if (row === undefined) return null;
    this.moment = Math.max(this.moment, row.lastEventAt.getTime());
    return { ticket: toTicket(row), chain: row.chain, inForce: row.inForce };
  }

  async submittingEnterprise(
    enterpriseId: string,
    projectId: string | null,
  ): Promise<SubmittingEnterprise | null> {
    const values = [enterpriseId, toTimestamp(this.now), projectId];
    const [row] = (await this.client.query<EnterpriseRow>({ ...SUBMITTING_ENTERPRISE, values })).rows;
    if (row === undefined) return null;
    const { id, region_code: regionCode, industry, chain, number } = row;
    return { id, regionCode, industry, chain, projectState: row.project_state, nextNumber: number };
  }

  save(postings: Postings): Promise<void> {
    return saveTicket(this.client, postings);
  }

  /** Waits for a first request that is still under way, because both insert the same key. */
  async claimIdempotencyKey({ actorId, key, requestHash }: IdempotencyClaim): Promise<StoredAnswer | null> {
    const claimed = await this.client.query({ ...CLAIM_KEY, values: [actorId, key, requestHash] });
    if (claimed.rowCount === 1) return null;
    const [row] = (await this.client.query<AnswerRow>({ ...STORED_ANSWER, values: [actorId, key] })).rows;
    if (row?.request_hash !== requestHash) {
      return refuse('idempotency.key_reused', '这个 Idempotency-Key 已用于内容不同的请求');
    }
    return { status: row.status, body: row.body };
  }

  async storeAnswer({ actorId, key }: IdempotencyClaim, answer: StoredAnswer): Promise<void> {
    const values = [actorId, key, answer.status, JSON.stringify(answer.body)];
    await this.client.query({ ...STORE_ANSWER, values });
  }

  async finishOutbox(outboxIds: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ id: string }>({ ...FINISH_OUTBOX, values: [outboxIds] });
    return rows.map(({ id }) => id);
  }

  async writeNotices(notices: readonly NoticeToWrite[]): Promise<void> {
    if (notices.length === 0) return;
    const rows = notices.map((notice) => ({
      id: notice.id,
      ticket_id: notice.ticketId,
      seq: notice.seq,
      recipient_id: notice.recipientId,
      kind: notice.kind,
      text: notice.text,
      at: toTimestamp(notice.at),
    }));
    await this.client.query({ ...WRITE_NOTICES, values: [JSON.stringify(rows)] });
  }
}
