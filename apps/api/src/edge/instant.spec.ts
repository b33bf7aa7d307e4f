import { instantOf, isInstantText, isoOf } from './instant';

describe('a moment in text', () => {
  it.each([
    '2026-01-05T01:00:00Z',
    '2026-01-05T01:00Z',
    '2026-01-05T09:00:00+08:00',
    '2026-01-05T01:00:00.123Z',
    '2024-02-29T00:00:00Z',
  ])('%s is one', (text) => {
    expect(isInstantText(text)).toBe(true);
    expect(instantOf(isoOf(instantOf(text)))).toBe(instantOf(text));
  });

  it.each([
    '2026-01-05T01:00:00',
    '2026-01-05',
    '2026-02-30T01:00:00Z',
    '2026-13-01T01:00:00Z',
    '2026-01-05T25:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '20260105T010000Z',
    '1767574800000',
    1767574800000,
    null,
  ])('%s is none', (text) => {
    expect(isInstantText(text)).toBe(false);
  });
});
