import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  FrameAnchorType,
  HorizontalPositionAlign,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx';
import { writtenDay } from '@zhuqi/domain';
import type { OfficialPaper } from './block';
import { characters, LINE, TYPE_AREA } from './page';
import { textRuns } from './text-runs';
import { type } from './typeface';

/** Characters kept free to the right of the wider of signature and date. */
const RIGHT_GAP = 2;
/** The date begins two characters to the right of the signature (GB/T 9704, 7.3.5.2). */
const DATE_SHIFT = 2;
/** 0.35 mm, in eighths of a point. */
const THICK_RULE = 8;
const IMPRINT_LINE = 480;
/** Width of a written day in Chinese characters: digits are half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

const rightAligned = (text: string, gap: number, before: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: characters(gap) },
    spacing: { before, line: LINE, lineRule: LineRuleType.EXACT },
    keepNext: true,
    keepLines: true,
    children: textRuns(text),
  });

/** Office and day below the text, the wider of the two keeping two characters to the right free. */
function signature(issuer: string, day: string): Paragraph[] {
  const shifted = widthOf(issuer) - DATE_SHIFT - widthOf(day);
  const dateGap = RIGHT_GAP + Math.max(0, shifted);
  const issuerGap = RIGHT_GAP + Math.max(0, -shifted);
  return [rightAligned(issuer, issuerGap, LINE), rightAligned(day, dateGap, 0)];
}

const RULE = { style: BorderStyle.SINGLE, size: THICK_RULE, color: '000000', space: 1 } as const;

/** Over the whole width, at the foot of the page on which the text ends. */
const AT_THE_FOOT = {
  type: 'alignment',
  width: TYPE_AREA,
  height: IMPRINT_LINE,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
} as const;

/** 版记: who printed it and when, between two rules, one character from either edge. */
const imprint = (issuer: string, day: string): Paragraph =>
  new Paragraph({
    frame: AT_THE_FOOT,
    tabStops: [
      { type: TabStopType.LEFT, position: characters(1) },
      { type: TabStopType.RIGHT, position: TYPE_AREA - characters(1) },
    ],
    spacing: { line: IMPRINT_LINE, lineRule: LineRuleType.EXACT },
    border: { top: RULE, bottom: RULE },
    children: [
      new TextRun({ children: [new Tab()] }),
      ...textRuns(issuer, type('fangsong', 'four')),
      new TextRun({ children: [new Tab()] }),
      ...textRuns(`${day}印发`, type('fangsong', 'four')),
    ],
  });

/** Signature, day and imprint: all that stands below the text. */
export function foot(paper: OfficialPaper): FileChild[] {
  const day = writtenDay(paper.signedOn);
  return [...signature(paper.issuer, day), imprint(paper.issuer, day)];
}
