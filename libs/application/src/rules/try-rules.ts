import { Injectable } from '@nestjs/common';
import {
  bringUnderRules,
  rulesEffect,
  SYSTEM,
  type Policy,
  type RulesEffect,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import { RuleBook } from '../ports/rule-book';
import { RunningTickets, type RunningTicket } from '../ports/running-tickets';
import { NO_EFFECT, withEffect, type RulesTotals } from './rules-totals';

/** The rules to try; a part that is left out stays as each ticket has it. */
export interface TriedRules {
  readonly regionCode: string;
  readonly calendar?: WorkingCalendar;
  readonly policy?: Policy;
}

export interface TriedEffects {
  readonly totals: RulesTotals;
  /** The first tickets it does something to, in the order of their ids. */
  readonly examples: readonly RulesEffect[];
}

const PAGE = 250;
export const MOST_EXAMPLES = 200;

/** Works every running ticket of a district out under other rules and tells the differences; nothing is kept. */
@Injectable()
export class TryRules {
  constructor(
    private readonly tickets: RunningTickets,
    private readonly rules: RuleBook,
    private readonly ids: IdGenerator,
  ) {}

  async execute(tried: TriedRules): Promise<TriedEffects> {
    let totals = NO_EFFECT;
    const examples: RulesEffect[] = [];
    for (let after: string | null = null; ;) {
      const page: readonly RunningTicket[] = await this.tickets.page(tried.regionCode, PAGE, after);
      for (const running of page) {
        const effect = await this.effect(running, tried);
        totals = withEffect(totals, effect);
        if (effect !== null && examples.length < MOST_EXAMPLES) examples.push(effect);
      }
      if (page.length < PAGE) return { totals, examples };
      after = page.at(-1)?.ticket.id ?? null;
    }
  }

  private async effect(
    { ticket, chain, now }: RunningTicket,
    tried: TriedRules,
  ): Promise<RulesEffect | null> {
    const { regionCode, calendarVersion, policyVersion } = ticket;
    const calendar = await this.rules.calendarVersion(regionCode, calendarVersion);
    const policy = policyVersion === null ? null : await this.rules.policyVersion(regionCode, policyVersion);
    const holding = policy ?? (await this.rules.policy(regionCode, now));
    const under = policy === null ? holding : (tried.policy ?? holding);
    const ctx = {
      ...{ actor: SYSTEM, now, policy: under, newId: () => this.ids.next() },
      calendar: tried.calendar ?? calendar,
      chain: { ...chain, ladder: under.ladder },
    };
    const { ticket: after } = bringUnderRules(ticket, { calendar, policy }, { ctx, calendarVersion });
    return rulesEffect(ticket, after, { ...ctx, sofar: calendar });
  }
}
