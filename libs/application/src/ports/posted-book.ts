/** The book of figures as far as it can still be written with an earlier date. */
export abstract class PostedBook {
  /**
   * Waits until every write that began before this call has ended: a posting is dated when its transaction begins, and
   * what is drawn as of a moment must not be joined later by one of before it. Refuses with `book.busy` after some seconds.
   */
  abstract settled(): Promise<void>;
}
