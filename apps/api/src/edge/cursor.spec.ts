import * as fc from 'fast-check';
import { decodeCursor, encodeCursor, pageView } from './cursor';

describe('a cursor', () => {
  it('leads back to where the page ended, whatever the values', () => {
    const key = fc.record({ order: fc.string(), values: fc.array(fc.string()) });
    fc.assert(fc.property(key, (each) => expect(decodeCursor(encodeCursor(each))).toEqual(each)));
  });

  it('is refused when no page ever answered it, and never crashes', () => {
    for (const text of ['', 'x', '!!', 'e30', Buffer.from('[1]').toString('base64url'), 'bnVsbA']) {
      expect(() => decodeCursor(text)).toThrow('cursor.invalid');
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeCursor(text);
        } catch (error) {
          expect(error).toMatchObject({ refusal: { code: 'cursor.invalid' } });
        }
      }),
    );
  });

  it('is absent on the first request and null after the last page', () => {
    expect(decodeCursor(undefined)).toBeNull();
    expect(pageView({ items: [1, 2], next: null }, String)).toEqual({ items: ['1', '2'], nextCursor: null });
    expect(pageView({ items: [], next: null, total: 0 }, String)).toHaveProperty('total', 0);
  });
});
