import { allowedActions, type Action, type Ticket } from '@zhuqi/domain';
import { PEOPLE, type PersonName } from '../support/ticket-cast';
import type { Dice } from './dice';
import type { People } from './people';
import type { Step } from './plan';

/** How often an action is drawn among those that are allowed: remarks crowd out the way of a ticket, an early end cuts it short. */
const WEIGHT: Partial<Record<Action, number>> = {
  ...{ claim: 16, answer: 12, request: 12, rule: 26, giveOpinion: 8, reply: 10, reopen: 10, dispute: 10 },
  ...{ dispatch: 10, requestInfo: 3, supplyInfo: 6, assist: 4, release: 3, defer: 3 },
  ...{ supplyDeferred: 3, planItems: 2 },
  ...{ escalate: 3, confirm: 4, close: 4, merge: 5, unmerge: 8, accept: 3, resume: 8, recall: 2, report: 2 },
  ...{ convene: 3, conclude: 8, cancelConference: 2, finishFollowUp: 5 },
  ...{ contact: 2, supervise: 2, comment: 2 },
};

export interface Choice {
  readonly who: PersonName;
  readonly action: Action;
}

/** A ticket, who is there, and whether there is no other that it could be merged into. */
export interface Situation {
  readonly ticket: Ticket;
  readonly people: People;
  readonly alone: boolean;
}

/** Who does what next: mostly something that the table allows, now and then whatever the step says; null when nothing is. */
export function choose(story: Situation, { kind, who, action }: Step, dice: Dice): Choice | null {
  const { ticket, people, alone } = story;
  if (kind === 0) return people.isActive(who) ? { who, action } : null;
  const able = new Map<Action, PersonName[]>();
  const present = PEOPLE.filter((name) => people.isActive(name));
  for (const name of present) {
    for (const each of allowedActions(people.person(name), ticket))
      able.set(each, [...(able.get(each) ?? []), name]);
  }
  if ([...able.keys()].every((each) => each === 'merge')) return null;
  const weightOf = (each: Action): number => (each === 'merge' && alone ? 0 : (WEIGHT[each] ?? 1));
  const chosen = dice.weighted([...able.keys()].map((each) => [each, weightOf(each)]));
  return { action: chosen, who: dice.pick(able.get(chosen) ?? present) };
}
