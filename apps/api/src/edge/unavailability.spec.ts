import { isUnavailability } from './unavailability';

const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('an error', () => {
  it.each(['08006', '57P01', '57P03', '53300', '57014', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'])(
    'with %s means that PostgreSQL cannot serve now',
    (code) => {
      expect(isUnavailability(coded(code))).toBe(true);
      expect(isUnavailability({ driverError: coded(code) })).toBe(true);
      expect(isUnavailability(new AggregateError([coded(code)]))).toBe(true);
      expect(isUnavailability(new Error('wrapped', { cause: coded(code) }))).toBe(true);
    },
  );

  it.each(['23505', '42P01', '22P02', '42501', 'ENOENT', '57P0'])('with %s is our own mistake', (code) => {
    expect(isUnavailability(coded(code))).toBe(false);
  });

  it('that says in words that the pool is exhausted means the same', () => {
    expect(isUnavailability(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isUnavailability(new Error('Query read timeout'))).toBe(true);
    expect(isUnavailability(new TypeError('x is not a function'))).toBe(false);
    expect(isUnavailability('text')).toBe(false);
  });
});
