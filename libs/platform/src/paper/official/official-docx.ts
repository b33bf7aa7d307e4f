import { Document, Packer } from 'docx';
import type { OfficialPaper } from './block';
import { body } from './body';
import { fileProperties } from './file-properties';
import { foot } from './foot';
import { head } from './head';
import { PAGE } from './page';
import { pageNumbers } from './page-number';
import { STYLES } from './styles';
import { withoutMoments } from './timeless-zip';

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
