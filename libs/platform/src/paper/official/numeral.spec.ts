import { writtenDay } from '@zhuqi/domain';
import { numeral } from './numeral';

it('counts headings as official papers do', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(numeral)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ]);
});

it('writes a day without leading zeros', () => {
  expect(writtenDay('2023-12-31')).toBe('2023年12月31日');
  expect(writtenDay('2024-01-02')).toBe('2024年1月2日');
});
