import { INDUSTRIES, INDUSTRY_LABEL, isIndustry } from './industry';

describe('the industry groups', () => {
  it('are the five of the programme', () => {
    expect(INDUSTRIES.map(({ label }) => label)).toEqual([
      '工业',
      '服务业',
      '批零餐饮业',
      '建筑业',
      '房地产业',
    ]);
    expect(INDUSTRY_LABEL.trade).toBe('批零餐饮业');
  });

  it('are recognised by code, and nothing inherited from Object is taken for one', () => {
    expect(isIndustry('realEstate')).toBe(true);
    expect(isIndustry('agriculture')).toBe(false);
    expect(isIndustry('constructor')).toBe(false);
  });
});
