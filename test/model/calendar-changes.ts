import { randomUUID } from 'node:crypto';
import { ChangeCalendar, type RulesTotals } from '@zhuqi/application';
import {
  calendarOfDistrict,
  refused,
  workingCalendar,
  type CalendarAmendment,
  type Day,
  type DayRuleOrder,
  type Decision,
  type DistrictCalendar,
  type HourRange,
  type PersonActor,
} from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { DISTRICT } from './district';
import { signedIn } from './names';
import { outcomeOf } from './system';
import { tried } from './trial';

/** A day some days from now, working day or not. */
function dayIn({ model }: Desk, count: number): Day {
  const calendar = model.rules.calendar();
  let day = calendar.dayOf(model.time.now);
  for (let left = count; left > 0; left -= 1) day = calendar.nextDay(day);
  return day;
}

const SHORT: readonly HourRange[] = [['09:00', '11:45']];
const LONG: readonly HourRange[] = [
  ['08:00', '12:00'],
  ['13:00', '18:30'],
];
const WEEK = (hours: readonly HourRange[]): DistrictCalendar['weekly'] => ({
  ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});

type Amend = (desk: Desk, dice: Dice) => CalendarAmendment;

/** Some days beginning soon; seldom in the past. */
function someDays(desk: Desk, dice: Dice, kind: DayRuleOrder['kind']): DayRuleOrder {
  const from = dice.roll(dice.pick([1, 1, 3, 12]));
  const until = dice.oneIn(2) ? {} : { until: dayIn(desk, from + dice.pick([0, 1, 3, 9])) };
  return { day: dayIn(desk, from), ...until, kind, name: '冬季停工', source: '区政府办〔2026〕9号' };
}

const NEW_YEAR = { name: '元旦', source: '国办发明电〔2026〕9号', state: 'official' } as const;

/** The days of the next year become known: what was counted beyond the published ones is certain now. */
const newYear: Amend = () => ({
  notice: {
    year: 2027,
    days: ['01-01', '01-04', '01-05', '01-06'].map((day) => ({
      ...{ day: `2027-${day}`, kind: 'holiday' as const },
      ...NEW_YEAR,
    })),
  },
});

/** What an office changes of a calendar. */
const AMENDMENTS: readonly Amend[] = [
  (desk, dice) => ({ setDays: [someDays(desk, dice, 'closed')] }),
  (desk, dice) => ({ setDays: [someDays(desk, dice, 'closed')] }),
  (desk, dice) => ({
    setDays: [
      { ...someDays(desk, dice, 'open'), ...(dice.oneIn(2) ? { hours: dice.pick([SHORT, LONG]) } : {}) },
    ],
  }),
  (desk, dice) => {
    const own = desk.model.rules.ownDays();
    return own.length === 0 ? { setDays: [someDays(desk, dice, 'closed')] } : { clearDays: own };
  },
  (_desk, dice) => ({ weekly: WEEK(dice.pick([SHORT, LONG])) }),
  (_desk, dice) => ({
    seasons: [{ name: '冬季', from: '11-15', to: '02-28', weekly: WEEK(dice.pick([SHORT, LONG])) }],
  }),
  newYear,
  newYear,
  () => ({ weekly: {} }),
  () => ({}),
];

/** The office, seldom somebody of another district; mostly with the version in hand that there is. */
export function changer(dice: Dice): PersonName {
  return dice.oneIn(15) ? 'foreignOffice' : dice.pick(['office', 'administrator'] as const);
}

/** What a change of rules is told to have led to. */
export interface RulesChanged {
  readonly version: number;
  readonly totals: RulesTotals;
}

/** Done once; who asks again with the same key is told the same, although by now it would be refused. */
export async function applied<Change extends object>(
  use: { readonly apply: (order: Order<Change>) => Promise<{ readonly body: unknown }> },
  actor: PersonActor,
  change: Change,
  dice: Dice,
): Promise<RulesChanged> {
  const order: Order<Change> = {
    ...{ actor: signedIn(actor), change, idempotencyKey: dice.oneIn(2) ? randomUUID() : undefined },
    present: (changed) => ({ regionCode: DISTRICT, ...changed }),
  };
  const { body } = await use.apply(order);
  if (order.idempotencyKey !== undefined) expect((await use.apply(order)).body).toEqual(body);
  return body as RulesChanged;
}

interface Order<Change> {
  readonly actor: PersonActor;
  readonly change: Change;
  readonly idempotencyKey: string | undefined;
  readonly present: (changed: RulesChanged) => object;
}

/** The district's calendar is changed, or only tried: the totals of a trial are those the model counts. */
export async function changeCalendar(desk: Desk, dice: Dice): Promise<void> {
  const { model, system, stories, coverage } = desk;
  const { rules } = model;
  const actor = model.people.person(changer(dice));
  const amendment = dice.pick(AMENDMENTS)(desk, dice);
  const stale = dice.oneIn(12);
  const basedOn = stale || dice.oneIn(2) ? { basedOn: rules.calendarVersion - (stale ? 1 : 0) } : {};
  const change = { regionCode: DISTRICT, amendment, ...basedOn };
  const expected: Decision<DistrictCalendar> = !actor.regionCodes.includes(DISTRICT)
    ? refused('calendar.unknown', 'region')
    : stale
      ? refused('calendar.changed', 'version')
      : rules.amended(amendment);
  const only = dice.oneIn(5);
  rules.changed = true;
  const use = system.get(ChangeCalendar);
  const got = await outcomeOf(
    only
      ? use.preview(signedIn(actor), change)
      : applied(use, actor, { ...change, reason: '区政府通知' }, dice),
  );
  mustAgree(only ? 'tryCalendar' : 'changeCalendar', { expected, got }, coverage);
  if (!expected.ok || !got.ok) return;
  const calendar = workingCalendar(calendarOfDistrict(expected.value));
  expect(got.value.totals).toEqual(tried(stories, model, { calendar }));
  expect(got.value.version).toBe(rules.calendarVersion + 1);
  if (only) return;
  rules.takeCalendar(expected.value);
  system.forget();
}
