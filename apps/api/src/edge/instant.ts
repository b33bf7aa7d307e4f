import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { Instant } from '@zhuqi/domain';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.parse('1900-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');

/** Whether a text is an ISO-8601 moment with its offset, between 1900 and 2200. */
export function isInstantText(value: unknown): value is string {
  if (typeof value !== 'string' || !ISO.test(value)) return false;
  const at = Date.parse(value);
  return at >= EARLIEST && at < LATEST && dayExists(value.slice(0, 10));
}

/** Put on a DTO's text field that says a moment. */
export const IsInstant = (options?: ValidationOptions) =>
  ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstantText,
        defaultMessage: () => '应为带时区的 ISO-8601 时间，例如 2026-01-05T01:00:00Z',
      },
    },
    options,
  );

/** Epoch milliseconds of a text that {@link IsInstant} let through. */
export const instantOf = (text: string): Instant => Date.parse(text);

/** `2026-01-05T01:00:00.000Z`. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();

/** Date.parse rolls 31 February over instead of refusing it. */
function dayExists(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
