import { inflateRawSync } from 'node:zlib';

const END = { size: 22, count: 10, directory: 16 } as const;
const STORED = 0;

/** The texts of a ZIP by their paths; folders left out. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.length - END.size;
  const entries = new Map<string, string>();
  let at = zip.readUInt32LE(end + END.directory);
  for (let left = zip.readUInt16LE(end + END.count); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + packed);
    const path = zip.toString('utf8', at + 46, at + 46 + name!);
    if (!path.endsWith('/')) {
      entries.set(path, (method === STORED ? data : inflateRawSync(data)).toString('utf8'));
    }
    at += 46 + name! + extra! + comment!;
  }
  return entries;
}

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a person reads in a .docx, one line a paragraph, cells included. */
export function docxLines(bytes: Uint8Array): string[] {
  const document = zipEntries(bytes).get('word/document.xml') ?? '';
  return [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[ >][^<]*/gu)]
      .map(([run]) => run.slice(run.indexOf('>') + 1))
      .join('')
      .replace(/&(\w+);/gu, (_, mark: string) => MARKS[mark] ?? ''),
  );
}
