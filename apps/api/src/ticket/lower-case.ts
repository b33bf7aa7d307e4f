import { Transform } from 'class-transformer';

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** Put on a DTO's id, or list of ids: ids are compared as texts, and stored in lower case. */
export const InLowerCase = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowered) : lowered(value)));
