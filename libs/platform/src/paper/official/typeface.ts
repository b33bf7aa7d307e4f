import type { IFontAttributesProperties, IRunStylePropertiesOptions } from 'docx';
import { NARROWED } from './page';

/** The typefaces of GB/T 9704 by the names Word and WPS know; where one is not installed, the reader's program puts another. */
const NAMES = {
  fangsong: '仿宋_GB2312',
  kaiti: '楷体_GB2312',
  heiti: '黑体',
  songti: '宋体',
  letterhead: '方正小标宋简体',
} as const;

export type Typeface = keyof typeof NAMES;

/** Sizes (字号) in half-points. */
const SIZES = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const;

export type TypeSize = keyof typeof SIZES;

/** The seal's red: letterhead and the rule below it. */
export const RED = 'FF0000';

/** A typeface for all kinds of characters, Chinese ones (`eastAsia`) included, which follow no other attribute. */
export function font(face: Typeface): IFontAttributesProperties {
  const name = NAMES[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** A typeface in a size; the size of the text stands as close as 28 characters a line need. */
export const type = (face: Typeface, size: TypeSize): IRunStylePropertiesOptions => ({
  font: font(face),
  size: SIZES[size],
  characterSpacing: size === 'three' ? NARROWED : 0,
});
