import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx';
import type { OfficialPaper } from './block';
import { LINE, type Twips, TYPE_AREA } from './page';
import { textRuns } from './text-runs';
import { font, RED } from './typeface';

/** 35 mm from the top of the type area to the letterhead. */
const ABOVE_LETTERHEAD: Twips = 1984;
/** 4 mm from the document number to the red rule. */
const ABOVE_RULE = 11;
const HALF_POINTS_PER_TWIP = 0.1;
const LETTERHEAD_SIZES = { least: 44, most: 96 } as const;
/** 1.5 points, in eighths. */
const RULE_WIDTH = 12;
const TITLE_LINE: Twips = 680;
/** 22 points. */
const TITLE_SIZE: Twips = 440;

/** The name of the office as large as it fits on one line; half-points. */
function letterheadSize(issuer: string): number {
  const fitting = Math.floor((TYPE_AREA * HALF_POINTS_PER_TWIP) / Math.max(1, [...issuer].length));
  return Math.min(LETTERHEAD_SIZES.most, Math.max(LETTERHEAD_SIZES.least, fitting - 1));
}

const letterhead = (issuer: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: ABOVE_LETTERHEAD, after: LINE, line: 240, lineRule: LineRuleType.AUTO },
    children: textRuns(issuer, {
      ...{ font: font('letterhead'), size: letterheadSize(issuer) },
      ...{ color: RED, characterSpacing: 0 },
    }),
  });

/** The document number, and the red rule across the type area below it. */
const numberOverRule = (number: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: LINE, after: LINE, line: LINE, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: RULE_WIDTH, color: RED, space: ABOVE_RULE } },
    children: textRuns(number),
  });

/**
 * Width to either side of a title of several lines, so that they are of about one length: the standard wants them
 * symmetric, and a last line of two characters is not.
 */
function titleIndent(text: string): Twips {
  const width = [...text].reduce((sum, mark) => sum + (mark < '\u{100}' ? TITLE_SIZE / 2 : TITLE_SIZE), 0);
  const lines = Math.ceil(width / TYPE_AREA);
  if (lines === 1) return 0;
  return Math.max(0, Math.floor((TYPE_AREA - width / lines) / 2) - TITLE_SIZE);
}

function title(text: string): Paragraph {
  const indent = titleIndent(text);
  return new Paragraph({
    style: 'Title',
    alignment: AlignmentType.CENTER,
    indent: { left: indent, right: indent },
    spacing: { before: LINE, after: LINE, line: TITLE_LINE, lineRule: LineRuleType.EXACT },
    children: textRuns(text),
  });
}

const addressee = (text: string): Paragraph => new Paragraph({ children: textRuns(`${text}：`) });

/** 版头 with title and addressee: all that stands above the text. */
export const head = (paper: OfficialPaper): Paragraph[] => [
  letterhead(paper.issuer),
  numberOverRule(paper.number),
  title(paper.title),
  addressee(paper.addressee),
];
