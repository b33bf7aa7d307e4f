/** The five industry groups of the programme; each has one responsible department per district. */
export const INDUSTRIES = [
  { code: 'industry', label: '工业' },
  { code: 'services', label: '服务业' },
  { code: 'trade', label: '批零餐饮业' },
  { code: 'construction', label: '建筑业' },
  { code: 'realEstate', label: '房地产业' },
] as const satisfies readonly { readonly code: string; readonly label: string }[];

export type Industry = (typeof INDUSTRIES)[number]['code'];

/** The Chinese name of an industry group. */
export const INDUSTRY_LABEL = Object.fromEntries(
  INDUSTRIES.map(({ code, label }) => [code, label]),
) as Readonly<Record<Industry, string>>;

/** Whether a text from outside is the code of an industry group. */
export function isIndustry(code: string): code is Industry {
  return Object.hasOwn(INDUSTRY_LABEL, code);
}
