import { plainText } from './plain-text';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => plainText(text).replace(/[&<>]/gu, (mark) => ESCAPES[mark] ?? mark);

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadat./file-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** What the file says of itself. The writer would put the moment of writing; the paper's own moment (epoch ms) stands here. */
export function fileProperties(title: string, creator: string, madeAt: number): string {
  const moment = new Date(madeAt).toISOString();
  const dates = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:fileProperties ${NAMESPACES}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`,
    `${dates.join('')}</cp:fileProperties>`,
  ].join('');
}
