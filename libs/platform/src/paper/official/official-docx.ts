import { AlignmentType, Document, type IStylesOptions, LineRuleType, Packer } from 'docx';
import type { OfficialPaper } from './block';
import { body } from './body';
import { fileProperties } from './file-properties';
import { foot } from './foot';
import { head } from './head';
import { characters, LINE, PAGE } from './page';
import { pageNumbers } from './page-number';
import { withoutMoments } from './timeless-zip';
import { type } from './typeface';

const CHINESE = { value: 'zh-CN', eastAsia: 'zh-CN' } as const;
const BLACK = '000000';
const EXACT_LINE = { before: 0, after: 0, line: LINE, lineRule: LineRuleType.EXACT } as const;
const HEADING = { indent: { firstLine: characters(2) }, spacing: EXACT_LINE, keepNext: true } as const;

/** Text in 仿宋 size 3, 22 exact lines a page; headings in the same size, told apart by their typeface. */
const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...type('fangsong', 'three'), language: CHINESE },
      paragraph: { spacing: EXACT_LINE },
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
};

/** Lays a paper out after GB/T 9704-2012 as a .docx. The same paper gives the same bytes. */
export async function officialDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const document = new Document({
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: PAGE,
        footers: pageNumbers(),
        children: [...head(paper), ...body(paper.blocks), ...foot(paper)],
      },
    ],
  });
  const core = {
    path: 'docProps/core.xml',
    data: fileProperties(paper.title, paper.issuer, paper.madeAt),
  };
  return withoutMoments(await Packer.toBuffer(document, undefined, [core]));
}
