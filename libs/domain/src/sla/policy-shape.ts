import { refused, type Declined } from '../decision';
import { dayNumber } from './civil-day';

/** Answers with what is wrong at `pointer`, or nothing. */
export type Check = (value: unknown, pointer: string) => Declined | undefined;
export type Shape = Readonly<Record<string, Check>>;

export const bad = (detail: string, pointer: string): Declined => refused('policy.invalid', detail, pointer);

/** No threshold anybody means is larger: ten years in minutes. */
const LARGEST = 5_270_400;

export const atLeast =
  (least: number, most = LARGEST): Check =>
  (value, pointer) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? undefined
      : bad(`应为 ${String(least)} 到 ${String(most)} 的整数`, pointer);

export const day: Check = (value, pointer) =>
  typeof value === 'string' && dayNumber(value) !== null ? undefined : bad('日期应为 YYYY-MM-DD', pointer);

export const orNull =
  (check: Check): Check =>
  (value, pointer) =>
    value === null ? undefined : check(value, pointer);

export const optional =
  (check: Check): Check =>
  (value, pointer) =>
    value === undefined ? undefined : check(value, pointer);

/** An object with exactly these fields: a misspelt threshold must not pass unnoticed. */
export const object =
  (shape: Shape): Check =>
  (value, pointer) => {
    if (typeof value !== 'object' || value === null) return bad('应为对象', pointer);
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) return bad('不认识的字段', `${pointer}/${stranger}`);
    for (const [key, check] of Object.entries(shape)) {
      const problem = check((value as Readonly<Record<string, unknown>>)[key], `${pointer}/${key}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** One of a list of words or numbers. */
export const oneOf =
  (known: readonly (string | number)[]): Check =>
  (value, pointer) =>
    known.some((each) => each === value) ? undefined : bad(`应为 ${known.join('、')} 之一`, pointer);

/** A list of at most `most`, each of whose members passes. */
export const listOf =
  (check: Check, most: number): Check =>
  (value, pointer) => {
    if (!Array.isArray(value) || value.length > most)
      return bad(`应为不超过 ${String(most)} 项的列表`, pointer);
    return value
      .map((each: unknown, index) => check(each, `${pointer}/${String(index)}`))
      .find((problem) => problem !== undefined);
  };

/** One field for each name. */
export const each = (names: readonly (string | number)[], check: Check): Shape =>
  Object.fromEntries(names.map((name) => [String(name), check]));

/** A calendar is reckoned ten years ahead. */
export const MOST_DAYS = 1_000;

const UNITS: Readonly<Record<string, Check>> = {
  workingDays: object({ unit: () => undefined, count: atLeast(1, MOST_DAYS) }),
  workingMinutes: object({ unit: () => undefined, count: atLeast(1) }),
  sameDay: object({ unit: () => undefined }),
};

export const allowance: Check = (value, pointer) => {
  if (typeof value !== 'object' || value === null) return bad('应为时限', pointer);
  const unit = 'unit' in value ? value.unit : undefined;
  const check = typeof unit === 'string' && Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return check === undefined
    ? bad('时限单位应为 workingDays、workingMinutes 或 sameDay', `${pointer}/unit`)
    : check(value, pointer);
};
