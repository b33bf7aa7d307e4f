import { Injectable } from '@nestjs/common';
import { AnchorBook, type AnchorFault, type AnchorFaultKind, type SignedAnchor } from './anchor-book';
import { anchorLine, lastOrdinals, placeOf } from './anchor-lines';
import type { Anchoring } from './anchoring';

/** What could not be checked because it was not at hand. */
export const UNCHECKED = {
  key: '没有签名密钥，签名未核对',
  sink: '没有外部存证文件，锚点是否被整段删除未核对',
  anchors: '还没有任何锚点，整件诉求被删除无法发现',
} as const;

export interface AnchorReport {
  readonly anchors: number;
  readonly heads: number;
  readonly publications: number;
  readonly faulty: number;
  readonly faults: readonly AnchorFault[];
  readonly unchecked: readonly (keyof typeof UNCHECKED)[];
}

/** Holds the anchors against the log, the key and the sink. */
@Injectable()
export class AuditAnchors {
  constructor(private readonly book: AnchorBook) {}

  async inspect(mostFaults: number, { seal, sink }: Anchoring): Promise<AnchorReport> {
    const { anchors, heads, publications, faulty, faults } = await this.book.inspect(mostFaults);
    const lines = await sink.lines();
    const outside = [
      ...(seal === null ? [] : anchors.filter(({ root, signature }) => seal.sign(root) !== signature)).map(
        fault('signature'),
      ),
      ...(lines === null ? [] : againstSink(anchors, lines)),
    ];
    const unchecked = [
      ...(seal === null ? (['key'] as const) : []),
      ...(lines === null ? (['sink'] as const) : []),
      ...(anchors.length === 0 && lines === null ? (['anchors'] as const) : []),
    ];
    return {
      ...{ anchors: anchors.length, heads, publications, faulty: faulty + outside.length, unchecked },
      faults: [...faults, ...outside].slice(0, mostFaults),
    };
  }
}

/** Both ways; what was anchored after the sink's last line is on its way there. */
function againstSink(anchors: readonly SignedAnchor[], lines: readonly string[]): AnchorFault[] {
  const stored = new Set(anchors.map(anchorLine));
  const told = new Set(lines);
  const last = lastOrdinals(lines);
  const removed = lines.filter((line) => !stored.has(line)).map(placeOf);
  const unwitnessed = anchors.filter(
    (anchor) => anchor.ordinal <= (last.get(anchor.regionCode) ?? 0) && !told.has(anchorLine(anchor)),
  );
  return [
    ...removed.filter((place) => place !== null).map(fault('removed')),
    ...unwitnessed.map(fault('unwitnessed')),
  ];
}

const fault =
  (kind: AnchorFaultKind) =>
  ({ regionCode, ordinal }: { regionCode: string; ordinal: number }): AnchorFault => ({
    ...{ regionCode, ordinal, kind, ticketId: null, seq: null, publicationId: null },
  });
