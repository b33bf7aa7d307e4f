import * as fc from 'fast-check';
import { checkCreditCode, creditCodeCheckCharacter } from './credit-code';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALID = [
  '91330100799655058B',
  '9144030071526726XG',
  '914403001922038216',
  '91110000802100433B',
  '91512081MA62K0260E',
];

const body = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

const codeOf = (text: string): string => {
  const decision = checkCreditCode(text);
  return decision.ok ? 'ok' : decision.refusal.code;
};

describe('a unified social credit code', () => {
  it.each(VALID)('%s is accepted as it is printed on the licence', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
  });

  it('with a wrong check character is refused', () => {
    expect(codeOf('91350100M000100Y4Z')).toBe('creditCode.alphabet');
    expect(codeOf('91350100M000100Y41')).toBe('creditCode.checkDigit');
    expect(codeOf('91330100799655058C')).toBe('creditCode.checkDigit');
  });

  it('whose weighted sum is a multiple of 31 ends in 0', () => {
    expect(creditCodeCheckCharacter('91220105MA0000060')).toBe('0');
    expect(codeOf('91220105MA00000600')).toBe('ok');
  });

  it('of another length is refused, and the sentence says how long it is', () => {
    expect(checkCreditCode('9133010079965505')).toMatchObject({
      refusal: { code: 'creditCode.length', detail: expect.stringContaining('16位') },
    });
    expect(codeOf('')).toBe('creditCode.length');
    expect(codeOf('91330100799655058BB')).toBe('creditCode.length');
  });

  it.each(['I', 'O', 'S', 'V', 'Z', '中'])('never contains %s', (letter) => {
    expect(codeOf(`9133010079965505${letter}B`)).toBe('creditCode.alphabet');
  });

  it('is read through small letters, full width, blanks and hyphens', () => {
    expect(checkCreditCode(' ９１３３０１００-79965505 8b ')).toEqual({
      ok: true,
      value: '91330100799655058B',
    });
  });

  it('made of any body and its check character is valid', () => {
    fc.assert(fc.property(body, (text) => codeOf(text + creditCodeCheckCharacter(text)) === 'ok'));
  });

  it('with any one character mistyped is refused', () => {
    const mistyped = fc.tuple(body, fc.nat(17), fc.constantFrom(...ALPHABET));
    fc.assert(
      fc.property(mistyped, ([text, at, wrong]) => {
        const code = text + creditCodeCheckCharacter(text);
        fc.pre(code.charAt(at) !== wrong);
        return codeOf(code.slice(0, at) + wrong + code.slice(at + 1)) === 'creditCode.checkDigit';
      }),
    );
  });
});
