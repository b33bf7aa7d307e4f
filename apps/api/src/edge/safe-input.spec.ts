import * as fc from 'fast-check';
import { unsafePlaceOf } from './safe-input';

const nested = (levels: number): unknown => {
  let value: unknown = 'leaf';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('an input', () => {
  it('is safe when it is ordinary JSON', () => {
    const ordinary = fc.jsonValue({ maxDepth: 5 });
    const tidy = (value: unknown): boolean => !/\0|\\u0000|__proto__/.test(JSON.stringify(value));
    fc.assert(fc.property(ordinary.filter(tidy), (value) => expect(unsafePlaceOf(value)).toBeNull()));
  });

  it.each([
    ['a NUL', { a: ['x', 'y\0'] }, 'request.unsafe_text', '/a/1'],
    ['a lone surrogate', { a: { b: '\udc00' } }, 'request.unsafe_text', '/a/b'],
    ['a name with a NUL', { a: { 'b\0': 1 } }, 'request.unsafe_text', '/a'],
    ['a prototype', JSON.parse('{"__proto__":{}}'), 'request.unsafe_text', ''],
    ['a list that is too long', { 'a/b~': Array(1_001).fill(1) }, 'request.too_deep', '/a~1b~0'],
  ])('with %s is not', (_, input, code, pointer) => {
    expect(unsafePlaceOf(input)).toMatchObject({ code, pointer });
  });

  it('may be twenty levels deep and a thousand wide, and may hold characters of every kind', () => {
    expect(unsafePlaceOf(nested(20))).toBeNull();
    expect(unsafePlaceOf(nested(21))).toMatchObject({ code: 'request.too_deep' });
    expect(unsafePlaceOf(Array(1_000).fill('企业😀 \u202e'))).toBeNull();
  });

  it('is looked at without recursion, so that depth costs nothing', () => {
    expect(unsafePlaceOf(nested(500_000))).toMatchObject({ code: 'request.too_deep' });
  });
});
