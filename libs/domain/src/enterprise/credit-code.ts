import { accepted, refused, type Decision } from '../decision';

/** The 31 characters of GB 32100-2015; a character's value is its place. I, O, S, V and Z are left out. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = ALPHABET.length;
const BODY_LENGTH = 17;

/**
 * The check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015, C9).
 * The weights are 3^(i−1) mod 31; a weighted sum divisible by 31 gives '0', which is why the difference is
 * reduced once more.
 */
export function creditCodeCheckCharacter(body17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body17.slice(0, BODY_LENGTH)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** Brings a code as people type it (full width, small letters, spaces, hyphens) to its canonical form. */
function normalise(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Whether a text is a 统一社会信用代码; the value is the code in canonical form.
 * Refuses with `creditCode.length`, `creditCode.alphabet` or `creditCode.checkDigit`.
 */
export function checkCreditCode(code: string): Decision<string> {
  const canonical = normalise(code);
  const characters = [...canonical];
  if (characters.length !== BODY_LENGTH + 1) {
    return refused('creditCode.length', `统一社会信用代码应为18位，当前为${characters.length}位`);
  }
  const foreign = characters.find((character) => !ALPHABET.includes(character));
  if (foreign !== undefined) {
    return refused('creditCode.alphabet', `统一社会信用代码不使用字符“${foreign}”`);
  }
  if (creditCodeCheckCharacter(canonical) !== canonical.charAt(BODY_LENGTH)) {
    return refused('creditCode.checkDigit', '统一社会信用代码校验位不符，请核对是否录入有误');
  }
  return accepted(canonical);
}
