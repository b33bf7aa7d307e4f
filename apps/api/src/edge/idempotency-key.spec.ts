import { idempotencyKeyOf } from './idempotency-key';

describe('Idempotency-Key', () => {
  it('is optional, and up to 200 visible characters', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
    expect(idempotencyKeyOf('~'.repeat(200))).toHaveLength(200);
  });

  it.each(['', ' ', 'two words', '键', 'a\tb', 'x'.repeat(201)])('"%s" is refused', (key) => {
    expect(() => idempotencyKeyOf(key)).toThrow('idempotency.key_invalid');
  });

  it('is refused when it comes twice', () => {
    expect(() => idempotencyKeyOf(['a', 'b'])).toThrow('idempotency.key_invalid');
  });
});
