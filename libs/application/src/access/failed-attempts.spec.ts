import { FailedAttempts } from './failed-attempts';

describe('failed attempts', () => {
  let now = 0;
  const attempts = new FailedAttempts({ now: () => now });

  it('close a key at the limit, for the rest of the window, and no other key', () => {
    for (let n = 0; n < 9; n += 1) attempts.record('a', 300);
    expect(attempts.lockedSeconds('a', 10)).toBe(0);
    attempts.record('a', 300);
    now += 100_000;
    expect(attempts.lockedSeconds('a', 10)).toBe(200);
    expect(attempts.lockedSeconds('b', 10)).toBe(0);
    now += 200_000;
    expect(attempts.lockedSeconds('a', 10)).toBe(0);
  });

  it('forget the oldest keys, so that inventing names fills no memory', () => {
    for (let n = 0; n < 10; n += 1) attempts.record('first', 300);
    for (let n = 0; n < 20_000; n += 1) attempts.record(`invented ${n}`, 300);
    expect(attempts.lockedSeconds('first', 10)).toBe(0);
  });
});
