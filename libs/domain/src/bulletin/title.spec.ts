import { bulletinTitle, numberText } from './title';

const title = (kind: Parameters<typeof bulletinTitle>[1], from: string, to: string): string =>
  bulletinTitle('二道区', kind, { from, to });

describe('the title of a bulletin', () => {
  it('says the period the way people do, and a year once', () => {
    expect([
      title('weekly', '2023-10-09', '2023-10-15'),
      title('weekly', '2023-12-25', '2024-01-07'),
      title('half_monthly', '2023-10-16', '2023-10-31'),
      title('monthly', '2023-09-01', '2023-09-30'),
      title('special', '2023-01-01', '2023-10-20'),
    ]).toEqual([
      '关于二道区2023年10月9日至10月15日企业诉求办理情况的通报',
      '关于二道区2023年12月25日至2024年1月7日企业诉求办理情况的通报',
      '关于二道区2023年10月下半月企业诉求办理情况的通报',
      '关于二道区2023年9月企业诉求办理情况的通报',
      '关于二道区2023年1月1日至10月20日企业诉求办理情况的通报',
    ]);
  });

  it('goes with its number', () => {
    expect(numberText({ year: 2023, ordinal: 12 })).toBe('〔2023〕12号');
  });
});
