import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import { type Twips } from './page';
import { type } from './typeface';

/** One character of size 4. */
const ONE_CHARACTER: Twips = 280;

const DASHES = type('songti', 'four');

/** `— 1 —` in half-width 宋体 of size 4, one character from the outer edge. */
const footer = (outer: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: outer === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [outer]: ONE_CHARACTER },
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ ...DASHES, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

/** Odd pages carry their number on the right, even ones on the left: printed on both sides it stands outside. */
export const pageNumbers = (): { readonly default: Footer; readonly even: Footer } => ({
  default: footer('right'),
  even: footer('left'),
});
