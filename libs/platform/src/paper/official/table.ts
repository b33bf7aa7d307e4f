import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Column, TableBlock } from './block';
import { type Twips, TYPE_AREA } from './page';
import { STYLE } from './styles';
import { textRuns } from './text-runs';

const CELL_MARGINS = { top: 45, bottom: 45, left: 70, right: 70 } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const THICK = { style: BorderStyle.SINGLE, size: 12, color: '000000' } as const;

/** Whole twips by share; the last column takes what rounding leaves. */
function widthsOf(columns: readonly Column[]): readonly Twips[] {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((TYPE_AREA * column.share) / whole));
  const rest = TYPE_AREA - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

/** One row, all in one style. A row never breaks over two pages; the head is repeated on each. */
function row(block: TableBlock, texts: readonly string[], style: string, head = false): TableRow {
  const widths = widthsOf(block.columns);
  const children = block.columns.map((column, at) => {
    const left = !head && column.align === 'left' ? { alignment: AlignmentType.LEFT } : {};
    const lines = (texts[at] ?? '').split('\n');
    const width = { size: widths[at] ?? 0, type: WidthType.DXA };
    return new TableCell({
      ...{ width, verticalAlign: VerticalAlign.CENTER },
      children: lines.map((line) => new Paragraph({ style, ...left, children: textRuns(line) })),
    });
  });
  return new TableRow({ children, cantSplit: true, tableHeader: head });
}

const caption = (text: string): Paragraph =>
  new Paragraph({ style: STYLE.caption, children: textRuns(text) });

/** A line of air, so that the text after a table does not stick to it. */
const air = (): Paragraph =>
  new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] });

/** A captioned table across the type area; `at` counts the tables of the paper from 1. */
export function table(block: TableBlock, at: number): (Paragraph | Table)[] {
  const last = block.rows.length - 1;
  const heads = block.columns.map((column) => column.head);
  const body = block.rows.map((texts, index) =>
    row(block, texts, block.totalled === true && index === last ? STYLE.cellHead : STYLE.cell),
  );
  const laidOut = new Table({
    width: { size: TYPE_AREA, type: WidthType.DXA },
    columnWidths: widthsOf(block.columns),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, ...CELL_MARGINS },
    borders: {
      top: THICK,
      bottom: THICK,
      left: THIN,
      right: THIN,
      insideHorizontal: THIN,
      insideVertical: THIN,
    },
    rows: [row(block, heads, STYLE.cellHead, true), ...body],
  });
  return [caption(`表${at}　${block.caption}`), laidOut, air()];
}
