import type { RulesEffect } from '@zhuqi/domain';

/** What a change of rules does, counted over the running tickets of a district. */
export interface RulesTotals {
  /** Running tickets that were worked out anew. */
  readonly tickets: number;
  readonly ticketsMoved: number;
  readonly clocksMoved: number;
  readonly becomeLate: number;
  readonly stopBeingLate: number;
  /** Due times that lay past the published days and are certain now. */
  readonly confirmed: number;
  /** Lamps told earlier than the new rules would have; they are not told again. */
  readonly noticesEarly: number;
  /** Lamps that are told at once when the change is applied. */
  readonly noticesDue: number;
  /** Tickets that rise at another moment by themselves, and those that have risen and would not have by now. */
  readonly risesMoved: number;
  /** Tickets that rise at once when the change is applied. */
  readonly risesAtOnce: number;
  readonly risenEarly: number;
}

export const NO_EFFECT: RulesTotals = {
  ...{ tickets: 0, ticketsMoved: 0, clocksMoved: 0, becomeLate: 0, stopBeingLate: 0, confirmed: 0 },
  ...{ noticesEarly: 0, noticesDue: 0, risesMoved: 0, risesAtOnce: 0, risenEarly: 0 },
};

/** One more ticket counted; null: the change does nothing to it. */
export function withEffect(totals: RulesTotals, effect: RulesEffect | null): RulesTotals {
  if (effect === null) return { ...totals, tickets: totals.tickets + 1 };
  const { clocks, notices } = effect;
  const moved = clocks.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter).length;
  const count = <T>(list: readonly T[], holds: (each: T) => boolean): number => list.filter(holds).length;
  return {
    tickets: totals.tickets + 1,
    ticketsMoved: totals.ticketsMoved + (moved > 0 ? 1 : 0),
    clocksMoved: totals.clocksMoved + moved,
    becomeLate: totals.becomeLate + count(clocks, ({ becomesLate }) => becomesLate),
    stopBeingLate: totals.stopBeingLate + count(clocks, ({ stopsBeingLate }) => stopsBeingLate),
    confirmed: totals.confirmed + count(clocks, ({ confirmed }) => confirmed),
    noticesEarly: totals.noticesEarly + count(notices, ({ what }) => what === 'early'),
    noticesDue: totals.noticesDue + count(notices, ({ what }) => what === 'due'),
    risesMoved: totals.risesMoved + (effect.riseBefore === effect.riseAfter ? 0 : 1),
    risesAtOnce: totals.risesAtOnce + (effect.risesAtOnce ? 1 : 0),
    risenEarly: totals.risenEarly + (effect.risenEarly ? 1 : 0),
  };
}
