import { NO_EFFECT, withEffect, type RulesTotals } from '@zhuqi/application';
import {
  bringUnderRules,
  followsRules,
  rulesEffect,
  SYSTEM,
  type Policy,
  type WorkingCalendar,
} from '@zhuqi/domain';
import type { Model } from './model';
import { newId, type Story } from './story';

/** Rules to be tried; a part that is left out stays as each ticket has it. */
export interface Tried {
  readonly calendar?: WorkingCalendar;
  readonly policy?: Policy;
}

/** What other rules would do to the tickets of a history; nothing is kept. */
export const tried = (stories: readonly Story[], model: Model, rules: Tried): RulesTotals =>
  stories
    .filter(({ ticket }) => followsRules(ticket))
    .reduce((totals, story) => withEffect(totals, effectOn(story, model, rules)), NO_EFFECT);

function effectOn({ ticket, enterprise, project }: Story, { rules, people, time }: Model, change: Tried) {
  const sofar = rules.sofar(ticket);
  const own = sofar.policy ?? rules.inForce(time.now);
  const policy = sofar.policy === null ? own : (change.policy ?? own);
  const ctx = {
    ...{ actor: SYSTEM, now: time.now, policy, newId },
    calendar: change.calendar ?? sofar.calendar,
    chain: { ...people.places(enterprise, project), ladder: policy.ladder },
  };
  const { calendarVersion } = ticket;
  return rulesEffect(ticket, bringUnderRules(ticket, sofar, { ctx, calendarVersion }).ticket, {
    ...ctx,
    sofar: sofar.calendar,
  });
}
