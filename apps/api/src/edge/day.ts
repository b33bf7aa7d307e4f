import { ValidateBy, type ValidationOptions } from 'class-validator';

const DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, 1900 to 2199. */
export function isDayText(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** Put on a DTO's text field that says a business day. */
export const IsDay = (options?: ValidationOptions) =>
  ValidateBy(
    { name: 'isDay', validator: { validate: isDayText, defaultMessage: () => '应为日期，例如 2026-01-05' } },
    options,
  );
