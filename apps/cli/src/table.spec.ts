import { table, widthOf } from './table';

describe('a table on a terminal', () => {
  it('counts a Chinese character and its punctuation as two columns', () => {
    expect([widthOf('abc'), widthOf('地区'), widthOf('（a）')]).toEqual([3, 4, 5]);
  });

  it('starts every column below its heading', () => {
    const lines = table(
      ['结论', '项', '说明'],
      [
        ['通过', 'Node.js', 'a'],
        ['问题', '地区', 'b'],
      ],
    ).split('\n');
    const starts = lines.map((line) => widthOf(line.slice(0, line.search(/[说ab]/u))));
    expect(new Set(starts)).toEqual(new Set([15]));
  });
});
