import * as fc from 'fast-check';
import { plainText } from './plain-text';

it('keeps what people write, pictures and marks of XML included', () => {
  const title = '关于<“小升规”>奖励 & 补贴（100%）😀𠮷';
  expect(plainText(title)).toBe(title);
});

it('drops what turns the direction of the page, and makes one line of several', () => {
  expect(plainText('甲\u202e乙\u2066丙\u200b\ufeff')).toBe('甲乙丙');
  expect(plainText(' 甲\r\n\t乙\u0000丙 ')).toBe('甲 乙 丙');
});

it('leaves nothing XML forbids, whatever comes in', () => {
  const legal = /^[\u0020-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', '\udfff', '\uffff'),
      (text, odd) => {
        expect(plainText(`${text}${odd}${text}`)).toMatch(legal);
      },
    ),
  );
});
