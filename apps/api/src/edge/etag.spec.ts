import { etagOf, versionOf } from './etag';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['"v7"', 7],
    ['W/"v7"', 7],
    ['v12', 12],
  ])('%s names version %s', (header, version) => {
    expect(versionOf(header)).toBe(version);
  });

  it.each(['"abc"', '"v0"', '"v-1"', '"v99999999999"', '""'])('%s is a tag of nothing we have', (header) => {
    expect(versionOf(header)).toBe(0);
  });

  it.each(['', '*', '7', '"v1", "v2"', 'v1"; drop'])('%s is not understood', (header) => {
    expect(() => versionOf(header)).toThrow('precondition.invalid');
  });

  it('understands every tag we send', () => {
    for (const version of [1, 7, 100, 12_345]) expect(versionOf(etagOf(version))).toBe(version);
  });
});
