/** Signs roots under a key that is not in the database. */
export interface AnchorSeal {
  sign(root: string): string;
}

/** Where anchors are told outside the database, one line each; what stands there is never rewritten. */
export interface AnchorSink {
  /** Null when there is none yet. */
  lines(): Promise<readonly string[] | null>;
  append(lines: readonly string[]): Promise<void>;
}

export interface Anchoring {
  /** Null: the key is not at hand, and signatures can be neither made nor checked. */
  readonly seal: AnchorSeal | null;
  readonly sink: AnchorSink;
}

/** As the program has it that makes anchors. */
export type SigningAnchoring = Anchoring & { readonly seal: AnchorSeal };

/** Neither key nor sink: the anchors are held against the log only. */
export const NO_ANCHORING: Anchoring = {
  seal: null,
  sink: { lines: () => Promise.resolve(null), append: () => Promise.resolve() },
};
