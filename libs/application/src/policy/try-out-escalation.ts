import { Injectable } from '@nestjs/common';
import {
  parsePolicy,
  policyOn,
  succeeds,
  tryOut,
  type Day,
  type PersonActor,
  type Policy,
  type TryOut,
  type TryOutCase,
} from '@zhuqi/domain';
import { Refused, refuse } from '../refused';
import { ruledRegion } from '../rules/ruled-region';
import { RuleHistory } from '../rules/rule-history';
import { CalendarBook } from '../sla/calendar-book';

export interface TryOutQuestion extends TryOutCase {
  /** Whose calendar and, where no draft is given, policy. */
  readonly regionCode: string;
  /** A policy that need not exist yet; its version and day may be left out. */
  readonly draft?: Readonly<Record<string, unknown>>;
}

export interface TriedOut extends TryOut {
  readonly regionCode: string;
  readonly calendarVersion: number;
  /** Null for a draft. */
  readonly policyVersion: number | null;
}

/** All that would come by itself to a problem nobody works on, for a start and a policy. Nothing is kept. */
@Injectable()
export class TryOutEscalation {
  constructor(
    private readonly history: RuleHistory,
    private readonly calendars: CalendarBook,
  ) {}

  async execute(actor: PersonActor, question: TryOutQuestion): Promise<TriedOut> {
    const { regionCode, draft, ...problem } = question;
    ruledRegion(actor, regionCode);
    const current = await this.calendars.current(regionCode);
    if (current === null) refuse('calendar.unknown', '没有该地区的工作日历');
    const { calendar, version } = current;
    const day = calendar.dayOf(problem.start);
    const policy = draft === undefined ? await this.inForce(regionCode, day) : drafted(draft, day);
    try {
      const tried = tryOut(problem, { policy, calendar });
      const policyVersion = draft === undefined ? policy.version : null;
      return { regionCode, calendarVersion: version, policyVersion, ...tried };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return refuse('calendar.never_open', '按此工作日历，十年内没有开放时间，无法试算');
    }
  }

  private async inForce(regionCode: string, day: Day): Promise<Policy> {
    const policies = (await this.history.policies(regionCode)).map(({ policy }) => policy);
    return policyOn(policies, day) ?? refuse('policy.none_in_force', '该日期还没有生效的时限规则', '/start');
  }
}

function drafted(draft: Readonly<Record<string, unknown>>, day: Day): Policy {
  const read = parsePolicy({ version: 1, effectiveOn: day, ...draft });
  const parsed = read.ok ? succeeds(read.value, null, false) : read;
  if (parsed.ok) return parsed.value;
  throw new Refused({ ...parsed.refusal, pointer: `/policy${parsed.refusal.pointer ?? ''}` });
}
