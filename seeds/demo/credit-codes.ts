import { creditCodeCheckCharacter } from '@zhuqi/domain';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS = 'ABCDEFGHJKLMNPQRTUWXY';

/** The check character of an organisation code (GB 11714), the ninth of its nine characters. */
function organisationCheck(body8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * ORGANISATION_ALPHABET.indexOf(body8.charAt(place)),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** The n-th invented but valid credit code of companies registered in a region. */
export function inventedCreditCode(regionCode: string, serial: number): string {
  const letter = LETTERS.charAt((serial * 5) % LETTERS.length);
  const digits = String((serial * 7_919 + 10_007) % 100_000).padStart(5, '0');
  const organisation = `MA${digits.slice(0, 2)}${letter}${digits.slice(2)}`;
  const body = `91${regionCode}${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheckCharacter(body);
}
