import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { Refused, UnitOfWork, type Transaction } from '@zhuqi/application';
import type { Refusal } from '@zhuqi/domain';
import { PgTransaction } from '../ticket/pg-transaction';
import type { Database } from './database';
import { BEGUN } from './writes-begun.sql';

/** Where the business time of a transaction comes from: PostgreSQL, or a story that is being told. */
export type TimeSource = (client: PoolClient) => Promise<number>;

// Another attempt of the whole transaction may succeed: serialisation, deadlock, lock wait, a server that went away.
const RETRYABLE = /^(40001|40P01|55P03|57P01|08\w{3})$/;
const ATTEMPTS = 3;
const LONGEST_PAUSE_MS = 60;

/** One PostgreSQL transaction around a procedure; the procedure runs again as a whole or not at all. */
export class PgUnitOfWork extends UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly time: TimeSource = begunNow,
  ) {
    super();
  }

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (error instanceof OutcomeUnknown) throw error.cause;
        if (attempt >= ATTEMPTS || !RETRYABLE.test(sqlState(error))) throw refusalOf(error);
        await pause(Math.random() * LONGEST_PAUSE_MS * attempt);
      }
    }
  }

  private async once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.database.connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    try {
      const tx = new PgTransaction(client, await this.time(client));
      const value = await work(tx);
      await client.query('commit').catch((failed: unknown) => {
        throw new OutcomeUnknown(failed);
      });
      return value;
    } catch (error) {
      await client.query('rollback').catch((failed: unknown) => (broken = asError(failed)));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

/** The commit itself got no answer: it may have happened, so doing the work again could do it twice. */
class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the outcome of a commit is unknown', { cause });
  }
}

interface NowRow {
  readonly now: string;
}

/** Begins, says so to whoever waits for writes to end (`PgPostedBook`), and reads business time, in one round trip. */
export async function begunNow(client: PoolClient): Promise<number> {
  const results = (await client.query(
    `begin; ${BEGUN}; select extract(epoch from business_now()) * 1000 as now`,
  )) as unknown as [unknown, unknown, { rows: [NowRow] }];
  return Math.round(Number(results[2].rows[0].now));
}

/** Begins at a moment the story decides. */
export const begunAt =
  (at: () => number): TimeSource =>
  async (client) => {
    await client.query('begin');
    return at();
  };

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function sqlState(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Constraints that stand for a rule. The lock on the ticket keeps them from being met; the database keeps the rule. */
const RULES: Readonly<Record<string, Refusal>> = {
  escalation_once: { code: 'ticket.already_escalated', detail: '本轮已从这一层级因同一原因提级过' },
  handover_one_planned: { code: 'handover.already_planned', detail: '该人员已有计划中的交接，请先取消' },
  project_code_key: { code: 'project.code_taken', detail: '本区已有项目使用这个项目代码', pointer: '/code' },
  substitution_one_at_a_time: { code: 'substitution.overlap', detail: '这段时间已为该人员安排了代班' },
  unit_region_code_name_key: { code: 'taskForce.name_taken', detail: '本区已有同名单位，请换一个名称' },
  ticket_held_by_active_task_force: { code: 'taskForce.dissolved', detail: '该专班已解散，不能再交办给它' },
  ticket_request_one_pending: { code: 'request.pending', detail: '已有申请待裁定，请等待裁定或撤回后再提出' },
};

/** A constraint that stands for a rule becomes that rule's refusal; everything else stays what it is. */
function refusalOf(error: unknown): unknown {
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  const problem = Object.hasOwn(RULES, constraint) ? RULES[constraint] : undefined;
  return problem === undefined ? error : new Refused(problem);
}
