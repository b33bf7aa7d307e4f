import { maySubstitute, type Absence } from './substitution';

const TODAY = '2026-11-23';
const absence = (personId: string, substituteId: string, from: string, to: string): Absence => ({
  ...{ personId, substituteId, from, to },
});
const wanted = absence('a', 'b', '2026-11-24', '2026-11-30');
const judged = (others: readonly Absence[], one = wanted) => {
  const decided = maySubstitute(one, others, TODAY);
  return decided.ok ? 'may' : decided.refusal.code;
};

describe('a substitution', () => {
  it('lasts from a day that has not passed to one that is no earlier', () => {
    expect(judged([], absence('a', 'b', TODAY, TODAY))).toBe('may');
    expect(judged([], absence('a', 'b', '2026-11-22', TODAY))).toBe('substitution.period');
    expect(judged([], absence('a', 'b', '2026-11-30', '2026-11-29'))).toBe('substitution.period');
  });

  it('ends within a year: whoever is away for longer hands its post over', () => {
    expect(judged([], absence('a', 'b', TODAY, '2027-11-24'))).toBe('may');
    expect(judged([], absence('a', 'b', TODAY, '2027-11-25'))).toBe('substitution.period');
  });

  it('is one for a person at a time, to the day', () => {
    expect(judged([absence('a', 'c', '2026-11-30', '2026-12-02')])).toBe('substitution.overlap');
    expect(judged([absence('a', 'c', '2026-12-01', '2026-12-02')])).toBe('may');
  });

  it('makes no chain, from either end', () => {
    expect(judged([absence('b', 'c', '2026-11-25', '2026-11-25')])).toBe('substitution.chain');
    expect(judged([absence('c', 'a', '2026-11-25', '2026-11-25')])).toBe('substitution.chain');
    expect(judged([absence('b', 'a', '2026-11-25', '2026-11-25')])).toBe('substitution.chain');
  });

  it('may be one of several the same person takes', () => {
    expect(judged([absence('c', 'b', '2026-11-25', '2026-11-25')])).toBe('may');
  });
});
