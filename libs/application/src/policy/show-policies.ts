import { Injectable } from '@nestjs/common';
import { policyOn, type PersonActor } from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { RuleBook } from '../ports/rule-book';
import { refuse } from '../refused';
import { ruledRegion } from '../rules/ruled-region';
import { RuleHistory, type PolicyRecord } from '../rules/rule-history';

export interface DistrictPolicies {
  /** The version a problem dispatched today gets; null before the first takes effect. */
  readonly inForce: number | null;
  /** The latest first. */
  readonly versions: readonly PolicyRecord[];
}

/** Every version of a district's policy with why it was made and by whom. */
@Injectable()
export class ShowPolicies {
  constructor(
    private readonly history: RuleHistory,
    private readonly rules: RuleBook,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: PersonActor, regionCode: string): Promise<DistrictPolicies> {
    ruledRegion(actor, regionCode);
    const versions = await this.history.policies(regionCode);
    if (versions.length === 0) refuse('calendar.unknown', '该地区没有工作日历和时限规则');
    const [{ calendar }, now] = await Promise.all([this.rules.calendar(regionCode), this.clock.now()]);
    const policies = versions.map(({ policy }) => policy);
    return { inForce: policyOn(policies, calendar.dayOf(now))?.version ?? null, versions };
  }
}
