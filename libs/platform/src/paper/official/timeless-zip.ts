/** Of each entry of a ZIP: its signature, and how far behind it the four bytes of DOS time and day stand. */
const LOCAL = { signature: 0x04034b50, moment: 10 } as const;
const CENTRAL = { signature: 0x02014b50, moment: 12, nameLength: 28, localAt: 42, size: 46 } as const;
const END = { signature: 0x06054b50, count: 10, centralAt: 16, size: 22 } as const;
/** Midnight of 1 January 1980, the first moment a ZIP can tell. */
const FIRST_MOMENT = 0x00210000;

/** Where the directory's own end begins; the files written here carry no comment behind it. */
function endOf(zip: Buffer): number {
  const at = zip.length - END.size;
  if (zip.readUInt32LE(at) !== END.signature)
    throw new Error('The file does not end as a ZIP without comment.');
  return at;
}

/** The same ZIP with no moment of writing in any entry: what is the same inside is the same file. Changes `zip` itself. */
export function withoutMoments(zip: Buffer): Buffer {
  const end = endOf(zip);
  let at = zip.readUInt32LE(end + END.centralAt);
  for (let left = zip.readUInt16LE(end + END.count); left > 0; left -= 1) {
    zip.writeUInt32LE(FIRST_MOMENT, at + CENTRAL.moment);
    zip.writeUInt32LE(FIRST_MOMENT, zip.readUInt32LE(at + CENTRAL.localAt) + LOCAL.moment);
    const lengths = [0, 2, 4].map((offset) => zip.readUInt16LE(at + CENTRAL.nameLength + offset));
    at += lengths.reduce((sum, length) => sum + length, CENTRAL.size);
  }
  return zip;
}
