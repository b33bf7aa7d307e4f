import { AlignmentType, type FileChild, HeadingLevel, Paragraph } from 'docx';
import type { Block } from './block';
import { numeral } from './numeral';
import { characters } from './page';
import { STYLE } from './styles';
import { table } from './table';
import { textRuns } from './text-runs';

/** The last paragraph goes with the signature: no page holds a signature alone. */
interface Place {
  readonly last: boolean;
}

/** Counts kept while the blocks are laid out from top to bottom. */
interface Counts {
  section: number;
  subsection: number;
  table: number;
}

const paragraph = (text: string, { last }: Place): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: characters(2) },
    keepNext: last,
    children: textRuns(text),
  });

const note = (text: string, { last }: Place): Paragraph =>
  new Paragraph({ style: STYLE.note, keepNext: last, children: textRuns(text) });

/** First level `一、` in 黑体, second level `（一）` in 楷体; numbered here, so that a section left out leaves no gap. */
const LAYOUTS = {
  section: (text: string, _place: Place, counts: Counts) => {
    counts.section += 1;
    counts.subsection = 0;
    const children = textRuns(`${numeral(counts.section)}、${text}`);
    return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
  },
  subsection: (text: string, _place: Place, counts: Counts) => {
    counts.subsection += 1;
    const children = textRuns(`（${numeral(counts.subsection)}）${text}`);
    return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
  },
  paragraph,
  note,
} as const satisfies Record<string, (text: string, place: Place, counts: Counts) => Paragraph>;

/** The text of a paper: headings, paragraphs, tables and notes in their order. */
export function body(blocks: readonly Block[]): FileChild[] {
  const counts: Counts = { section: 0, subsection: 0, table: 0 };
  return blocks.flatMap((block, at): FileChild[] => {
    if (block.kind !== 'table')
      return [LAYOUTS[block.kind](block.text, { last: at === blocks.length - 1 }, counts)];
    counts.table += 1;
    return table(block, counts.table);
  });
}
