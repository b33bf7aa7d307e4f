import type { AnchorBook } from './anchor-book';
import { anchorLine, lastOrdinals } from './anchor-lines';
import type { AnchorSeal, AnchorSink } from './anchoring';

/** One anchor stays well below what a statement may carry; the rest is in the next. */
const MOST_HEADS = 10_000;

/** Anchors the heads that have moved and what was published, in the database first and then in the sink; what the sink lacks is made up for. */
export class AnchorHeads {
  constructor(
    private readonly book: AnchorBook,
    private readonly seal: AnchorSeal,
    private readonly sink: AnchorSink,
  ) {}

  /** Answers how many heads and publications it anchored. */
  async execute(signal?: AbortSignal): Promise<number> {
    let anchored = 0;
    for (let found = MOST_HEADS; found >= MOST_HEADS && signal?.aborted !== true;) {
      const drafts = await this.book.drafts(MOST_HEADS);
      found = drafts.reduce((sum, { heads }) => sum + heads, 0);
      for (const draft of drafts) {
        await this.book.keep(draft, this.seal.sign(draft.root));
        anchored += draft.heads + draft.publications.length;
      }
    }
    await this.tell();
    return anchored;
  }

  private async tell(): Promise<void> {
    const told = lastOrdinals((await this.sink.lines()) ?? []);
    const untold = await this.book.after(told);
    if (untold.length > 0) await this.sink.append(untold.map(anchorLine));
  }
}
