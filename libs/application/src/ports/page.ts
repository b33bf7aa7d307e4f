/**
 * Where a page ended: the order it was read in, and the values of the last item in that order. Opaque to callers;
 * the implementation refuses (`cursor.invalid`) a key that it could not have made.
 */
export interface PageKey {
  readonly order: string;
  readonly values: readonly string[];
}

export interface PageRequest {
  /** Most items wanted, at least 1. */
  readonly limit: number;
  readonly after: PageKey | null;
  /** Whether the number of all items is wanted as well; counting costs more than a page. */
  readonly total: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; null on the last one. */
  readonly next: PageKey | null;
  readonly total?: number;
}
