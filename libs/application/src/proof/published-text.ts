/** What appears once and never changes: 通报 and 排名. */
export type PublicationKind = 'bulletin' | 'ranking';

/** A published text as it is stored, beside what its row says of it. */
export interface PublishedText {
  readonly id: string;
  readonly title: string;
  readonly regionCode: string;
  readonly text: string;
  readonly digest: string;
  /** SHA-256 of the text, computed anew. */
  readonly recomputed: string;
  /** What the row says, by its path in the content. */
  readonly filed: Readonly<Record<string, string | number>>;
}

/** A number that is not in the sequence of its region and year: a bulletin was removed. */
export interface MissingNumber {
  readonly regionCode: string;
  readonly year: number;
  readonly ordinal: number;
}

/** Reads the published texts one by one: each is long. */
export abstract class PublicationArchive {
  /** In the order of their appearance. */
  abstract ids(kind: PublicationKind): Promise<readonly string[]>;
  abstract read(kind: PublicationKind, id: string): Promise<PublishedText | null>;
  /** Below the last number of each region and year; in order. */
  abstract missingNumbers(): Promise<readonly MissingNumber[]>;
}

/** The first place at which a publication is not what was published. */
export interface PublicationFault {
  readonly id: string;
  readonly title: string;
  /**
   * `digest`; `content`: nothing that can be read; `filed.` and what the row says otherwise; or the place of a figure
   * that the book does not confirm.
   */
  readonly where: string;
  readonly published: string;
  readonly recounted: string;
}

export type Difference = Pick<PublicationFault, 'where' | 'published' | 'recounted'>;

/** The first way in which a text is not the one that was published; null: it is, as far as itself can tell. */
export function textFault({ digest, recomputed, text, filed }: PublishedText): Difference | null {
  if (digest !== recomputed) return { where: 'digest', published: digest, recounted: recomputed };
  const content = contentIn(text);
  if (content === null) return { where: 'content', published: '', recounted: '' };
  for (const [path, stored] of Object.entries(filed)) {
    const said = at(content, path);
    if (said !== stored)
      return { where: `filed.${path}`, published: String(said), recounted: String(stored) };
  }
  return null;
}

/** Null when it is not an object's. */
function contentIn(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' ? content : null;
  } catch {
    return null;
  }
}

const at = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      content,
    );
