import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { characters, LINE, type Twips } from './page';
import { type } from './typeface';

const CHINESE = { value: 'zh-CN', eastAsia: 'zh-CN' } as const;
const BLACK = '000000';
const exactly = (line: Twips) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT });
const FIRST_LINE = { firstLine: characters(2) } as const;
const HEADING = { indent: FIRST_LINE, spacing: exactly(LINE), keepNext: true } as const;
const CELL = { alignment: AlignmentType.CENTER, spacing: exactly(330) } as const;

/** Styles of their own, by which whoever edits the paper can change all paragraphs of a sort at once. */
export const STYLE = { cell: 'Cell', cellHead: 'CellHead', caption: 'TableCaption', note: 'Note' } as const;

/** Text in 仿宋 size 3, 22 exact lines a page; headings in the same size, told apart by their typeface. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...type('fangsong', 'three'), language: CHINESE },
      paragraph: { spacing: exactly(LINE) },
    },
    title: {
      run: { ...type('letterhead', 'two'), color: BLACK },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    heading1: {
      run: { ...type('heiti', 'three'), color: BLACK },
      paragraph: { ...HEADING, outlineLevel: 0 },
    },
    heading2: {
      run: { ...type('kaiti', 'three'), color: BLACK },
      paragraph: { ...HEADING, outlineLevel: 1 },
    },
  },
  paragraphStyles: [
    { id: STYLE.cell, name: '表格', run: type('fangsong', 'five'), paragraph: CELL },
    { id: STYLE.cellHead, name: '表头', run: type('heiti', 'five'), paragraph: CELL },
    {
      ...{ id: STYLE.caption, name: '表题', run: type('heiti', 'smallFour') },
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, keepNext: true },
        spacing: { ...exactly(420), before: LINE / 3, after: 60 },
      },
    },
    {
      ...{ id: STYLE.note, name: '附注', run: type('kaiti', 'smallFour') },
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: FIRST_LINE, spacing: exactly(400) },
    },
  ],
};
