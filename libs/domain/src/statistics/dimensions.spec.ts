import { dimensionsOf } from './dimensions';

describe('a groupBy list', () => {
  it.each([
    ['none', []],
    ['township', ['township']],
    ['township,month', ['township', 'month']],
    ['month, township', ['month', 'township']],
  ])('%p cuts by %p, in that order', (groupBy, dimensions) => {
    expect(dimensionsOf(groupBy)).toEqual({ ok: true, value: dimensions });
  });

  it.each(['', 'street', 'township,township', 'township,month,tier', 'none,township', 'township,'])(
    'refuses %p',
    (groupBy) => {
      expect(dimensionsOf(groupBy)).toMatchObject({ ok: false, refusal: { code: 'statistics.group_by' } });
    },
  );
});
