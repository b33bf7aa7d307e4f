import { docxLines, zipEntries } from '../../../../../test/support/zip-entries';
import { type OfficialPaper, note, paragraph, section, subsection } from './block';
import { officialDocx } from './official-docx';

const TABLE = {
  kind: 'table',
  caption: '各街镇办理情况',
  columns: [
    { head: '街镇', share: 2, align: 'left' },
    { head: '收集', share: 1 },
  ],
  rows: [
    ['东盛街道', '181'],
    ['合计', '181'],
  ],
  totalled: true,
} as const;

const PAPER: OfficialPaper = {
  issuer: '二道区助企纾困工作领导小组办公室',
  number: '二助企通报〔2023〕1号',
  title: '关于二道区2023年12月企业诉求办理情况的通报',
  addressee: '各街道（镇），区直各有关单位',
  blocks: [
    section('总体情况'),
    subsection('企业诉求'),
    paragraph('正文。'),
    section('分类'),
    TABLE,
    note('注。'),
  ],
  signedOn: '2023-12-31',
  madeAt: Date.UTC(2023, 11, 31, 0, 30),
};

const parts = async (paper = PAPER) => {
  const entries = zipEntries(await officialDocx(paper));
  const part = (path: string): string => entries.get(path) ?? '';
  return { document: part('word/document.xml'), styles: part('word/styles.xml'), part };
};

describe('a paper in the official layout (GB/T 9704-2012)', () => {
  it('is A4 with 37 mm above, 28 mm to the left and 156 × 225 mm of text', async () => {
    const { document } = await parts();
    const number = (pattern: RegExp): number => Number(pattern.exec(document)?.[1]);
    const millimetres = (twips: number): number => Math.round((twips / 1440) * 25.4);
    const [width, height] = [number(/<w:pgSz w:w="(\d+)"/u), number(/<w:pgSz [^>]*w:h="(\d+)"/u)];
    const [top, right] = [number(/<w:pgMar [^>]*w:top="(\d+)"/u), number(/<w:pgMar [^>]*w:right="(\d+)"/u)];
    const [bottom, left] = [
      number(/w:bottom="(\d+)"[^>]*w:header/u),
      number(/<w:pgMar [^>]*w:left="(\d+)"/u),
    ];
    expect([width, height, top, left].map(millimetres)).toEqual([210, 297, 37, 28]);
    expect([width - left - right, height - top - bottom].map(millimetres)).toEqual([156, 225]);
  });

  it('has 22 lines of 28 characters of 16 points on a page', async () => {
    const { styles } = await parts();
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/su.exec(styles)?.[0] ?? '';
    expect(defaults).toContain('w:line="579" w:lineRule="exact"');
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toContain('<w:spacing w:val="-5"/>');
    const [area, height] = [(156 / 25.4) * 1440, (225 / 25.4) * 1440];
    expect(Math.floor(height / 579)).toBe(22);
    expect(Math.floor(area / (320 - 5))).toBe(28);
  });

  it('names the typefaces for Chinese characters: 仿宋, 黑体, 楷体, 小标宋', async () => {
    const { styles, document } = await parts();
    const faceOf = (id: string): string | undefined =>
      new RegExp(`w:styleId="${id}".*?w:eastAsia="([^"]+)"`, 'su').exec(styles)?.[1];
    expect(/<w:docDefaults>.*?w:eastAsia="([^"]+)"/su.exec(styles)?.[1]).toBe('仿宋_GB2312');
    expect(['Title', 'Heading1', 'Heading2', 'CellHead'].map(faceOf)).toEqual([
      ...['方正小标宋简体', '黑体', '楷体_GB2312', '黑体'],
    ]);
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
  });

  it('is headed in red over a red rule, and numbered 〔2023〕1号', async () => {
    const { document } = await parts();
    expect(document).toMatch(/<w:color w:val="FF0000"\/>.*?二道区助企纾困工作领导小组办公室/su);
    expect(document).toMatch(/<w:bottom w:val="single" w:color="FF0000".*?二助企通报〔2023〕1号/su);
  });

  it('numbers its headings 一、（一）, and its tables', async () => {
    const lines = docxLines(await officialDocx(PAPER));
    expect(lines).toEqual(expect.arrayContaining(['一、总体情况', '（一）企业诉求', '二、分类']));
    expect(lines).toContain('表1 各街镇办理情况');
  });

  it('repeats the head of a table on every page, and breaks no row', async () => {
    const { document } = await parts();
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/gu)).toHaveLength(3);
  });

  it('is signed and dated in Chinese, and says when it was printed', async () => {
    const lines = docxLines(await officialDocx(PAPER));
    expect(lines.slice(-3)).toEqual([
      ...[PAPER.issuer, '2023年12月31日', `${PAPER.issuer}2023年12月31日印发`],
    ]);
  });

  it('numbers pages outside: — 1 — on the right, — 2 — on the left', async () => {
    const { document, part } = await parts();
    const footers = ['default', 'even'].map((kind) => {
      const id = new RegExp(`<w:footerReference w:type="${kind}" r:id="([^"]+)"`, 'u').exec(document)?.[1];
      const target = new RegExp(`Id="${id ?? ''}"[^>]*Target="([^"]+)"`, 'u');
      return part(`word/${target.exec(part('word/_rels/document.xml.rels'))?.[1] ?? ''}`);
    });
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/u.exec(footer)?.[1])).toEqual(['right', 'left']);
    for (const footer of footers) expect(footer).toMatch(/— <.*PAGE.* —</su);
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('is the same file whenever it is made, and says the moment of the paper', async () => {
    const first = await officialDocx(PAPER);
    jest.useFakeTimers({ now: Date.UTC(2031, 4, 5), doNotFake: ['setImmediate', 'setTimeout', 'nextTick'] });
    try {
      expect(Buffer.compare(await officialDocx(PAPER), first)).toBe(0);
    } finally {
      jest.useRealTimers();
    }
    expect(zipEntries(first).get('docProps/core.xml')).toContain('2023-12-31T00:30:00.000Z');
  });

  it('prints a hostile title to the letter, and no part of it becomes XML or a field', async () => {
    const hostile = '<w:p/>&amp;]]>{default-bullet-numbering-0}"\u0000\u202e\ud800末';
    const bytes = await officialDocx({
      ...PAPER,
      ...{ title: hostile, issuer: hostile, blocks: [paragraph(hostile), section(hostile)] },
    });
    const shown = '<w:p/>&amp;]]>{default-bullet-numbering-0}" 末';
    const lines = docxLines(bytes);
    expect(lines.filter((line) => line.includes(shown))).toHaveLength(6);
    const core = zipEntries(bytes).get('docProps/core.xml');
    expect(core).toContain(
      '<dc:title>&lt;w:p/&gt;&amp;amp;]]&gt;{default-bullet-numbering-0}" 末</dc:title>',
    );
  });

  it('takes a very long title', async () => {
    const lines = docxLines(await officialDocx({ ...PAPER, title: '长'.repeat(5_000) }));
    expect(lines).toContain('长'.repeat(5_000));
  });
});
