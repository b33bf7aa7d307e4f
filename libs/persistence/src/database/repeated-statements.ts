import { createHash } from 'node:crypto';

/** A plan costs a connection about a hundred kilobytes. */
const MOST_NAMES = 40;
const MOST_TEXTS = 2_000;
const NAMED_AFTER = 3;

/**
 * Names for texts that are put together from parts: one that keeps coming back is planned once per connection, which
 * for a page of a list is most of its cost. The names are few, so that nobody fills the server with plans by asking
 * in ever new ways; a text without a name is planned every time.
 */
export class RepeatedStatements {
  private readonly seen = new Map<string, number>();
  private readonly names = new Map<string, string>();

  /** The name under which to prepare the text; undefined → not worth one. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_NAMES) return known;
    const times = (this.seen.get(text) ?? 0) + 1;
    if (this.seen.size >= MOST_TEXTS) this.seen.clear();
    this.seen.set(text, times);
    if (times < NAMED_AFTER) return undefined;
    this.seen.delete(text);
    const name = `repeated-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    this.names.set(text, name);
    return name;
  }
}
