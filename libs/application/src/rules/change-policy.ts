import { Injectable } from '@nestjs/common';
import {
  dayNumber,
  parsePolicy,
  succeeds,
  type Day,
  type Decision,
  type PersonActor,
  type Policy,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { RuleBook } from '../ports/rule-book';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, Refused } from '../refused';
import { claimOf } from '../ticket/answer-once';
import { applyOnce, type RulesOrder } from './apply-once';
import { ruledRegion } from './ruled-region';
import { NO_EFFECT } from './rules-totals';
import { TryRules, type TriedEffects } from './try-rules';

export interface PolicyChange {
  readonly regionCode: string;
  /** A whole policy without its version and day, as `GET /policies` shows it. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly effectiveOn: Day;
  /** Running tickets of earlier versions are brought under it; otherwise they keep what they were promised. */
  readonly rebases: boolean;
  readonly basedOn?: number;
  readonly reason: string;
}

export interface PolicyChanged extends TriedEffects {
  readonly version: number;
}

const NOTHING: TriedEffects = { totals: NO_EFFECT, examples: [] };

/** Changes a district's policy from a day on: first what it would do, then, with a reason, that it is done. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trial: TryRules,
    private readonly rules: RuleBook,
    private readonly ids: IdGenerator,
  ) {}

  /** What the change would do to running tickets if its day were today; nothing is kept. */
  async preview(actor: PersonActor, change: Omit<PolicyChange, 'reason'>): Promise<PolicyChanged> {
    const { regionCode, rebases } = change;
    ruledRegion(actor, regionCode);
    const policy = await this.work.run((tx) => this.next(tx, change));
    const effects = rebases ? await this.trial.execute({ regionCode, policy }) : NOTHING;
    return { version: policy.version, ...effects };
  }

  apply({
    actor,
    change,
    idempotencyKey,
    present,
  }: RulesOrder<PolicyChange, PolicyChanged>): Promise<StoredAnswer> {
    const { regionCode, rebases, reason } = change;
    return applyOnce(this.work, this.preview(actor, change), {
      claim: claimOf(this.ids, actor.id, idempotencyKey, change),
      present,
      write: async (tx, { version, totals: effects }) => {
        const policy = await this.next(tx, { ...change, basedOn: version - 1 });
        await tx.rules.writePolicy({
          ...{ regionCode, policy, rebases, reason, effects },
          ...{ madeById: actor.id, madeAt: tx.now },
        });
      },
    });
  }

  private async next(
    tx: Transaction,
    { regionCode, terms, effectiveOn, basedOn, rebases }: Omit<PolicyChange, 'reason'>,
  ): Promise<Policy> {
    const latest = (await tx.rules.lockPolicies(regionCode)).at(-1);
    const last = latest?.version ?? refuse('calendar.unknown', '该地区没有工作日历和时限规则');
    if (basedOn !== undefined && basedOn !== last) {
      refuse('policy.changed', `时限规则已更新到第 ${String(last)} 版，请重新试算`, '/basedOn');
    }
    const { calendar } = await this.rules.calendar(regionCode);
    if (dayNumber(effectiveOn) === null || effectiveOn < calendar.dayOf(tx.now)) {
      refuse('policy.effective_on', '生效日期应为今天或以后的 YYYY-MM-DD', '/effectiveOn');
    }
    const policy = readable(parsePolicy({ ...terms, version: last + 1, effectiveOn }));
    return readable(succeeds(policy, latest ?? null, rebases));
  }
}

/** The policy, or what is wrong with it at its place in the request. */
function readable(parsed: Decision<Policy>): Policy {
  if (parsed.ok) return parsed.value;
  const { pointer = '', ...refusal } = parsed.refusal;
  throw new Refused({ ...refusal, pointer: `/terms${pointer}` });
}
