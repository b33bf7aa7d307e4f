import { convertMillimetersToTwip, type ISectionPropertiesOptions } from 'docx';

/** Twentieths of a point, the unit of all lengths of a .docx. */
export type Twips = number;

/** GB/T 9704-2012, 5.2: the type area is 156 mm wide; what is laid out in it is counted from this. */
export const TYPE_AREA: Twips = convertMillimetersToTwip(156);

/** 22 lines in 225 mm: 28.95 points, always exact. */
export const LINE: Twips = 579;

/** 28 characters of 16 points in 156 mm: each a quarter of a point closer to the next than it would stand. */
export const NARROWED: Twips = -5;
const CHARACTER: Twips = 320 + NARROWED;

/** So many characters of the text of the page, as a length. */
export const characters = (count: number): Twips => Math.round(count * CHARACTER);

/** Millimetres of GB/T 9704: head margin 37, binding margin 28; what is left of A4 around 156 × 225. */
const MARGINS = { top: 37, left: 28, right: 26, bottom: 35, header: 15, footer: 22 } as const;

/**
 * A4 as the standard divides it; the page number stands 7 mm below the type area. There is no document grid: lines and
 * characters get their distances themselves, because every program lays a grid out differently, above all in tables.
 */
export const PAGE = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: {
      top: convertMillimetersToTwip(MARGINS.top),
      left: convertMillimetersToTwip(MARGINS.left),
      right: convertMillimetersToTwip(MARGINS.right),
      bottom: convertMillimetersToTwip(MARGINS.bottom),
      header: convertMillimetersToTwip(MARGINS.header),
      footer: convertMillimetersToTwip(MARGINS.footer),
    },
  },
} as const satisfies ISectionPropertiesOptions;
