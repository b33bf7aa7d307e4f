import { pinyinInitials } from './pinyin';

describe('pinyin initials', () => {
  it.each([
    ['长春宏达机械有限公司', 'cchdjxyxgs'],
    ['吉林银行', 'jlyh'],
    ['长春ABC 8号(重庆)', 'ccabc8hcq'],
    ['', ''],
  ])('of %p are %p', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});
