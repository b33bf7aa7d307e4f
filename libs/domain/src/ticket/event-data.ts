import { isOneOf, TIERS, type Tier } from './axes';
import type { EventValue, TicketEvent } from './events';

export type EventData = TicketEvent['data'];

/** A number of an event's data; null where there is none, as on an event written before it was kept. */
export const numberIn = (data: EventData, key: string): number | null => {
  const value = data[key];
  return typeof value === 'number' ? value : null;
};

export const textIn = (data: EventData, key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' ? value : null;
};

export const tierIn = (data: EventData, key: string): Tier | null => {
  const value = numberIn(data, key);
  return value !== null && isOneOf(TIERS, value) ? value : null;
};

/** One of a list of words; null for any other. */
export const wordIn = <T extends string>(data: EventData, key: string, words: readonly T[]): T | null => {
  const value = textIn(data, key);
  return value !== null && isOneOf(words, value) ? value : null;
};

export const listIn = (data: EventData, key: string): readonly string[] => {
  const value: EventValue | undefined = data[key];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
