/** A column of a table: its share of the width, and how its cells stand. */
export interface Column {
  readonly head: string;
  /** Relative to the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'center';
}

/** A table; rows are as long as there are columns, and a line break within a cell begins a new line. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** The last row is the sum of the others. */
  readonly totalled?: boolean;
}

/** What stands between the title and the signature, from top to bottom; headings are numbered on paper. */
export type Block =
  { readonly kind: 'section' | 'subsection' | 'paragraph' | 'note'; readonly text: string } | TableBlock;

/** A document in the official layout, before anything of it has been laid out. */
export interface OfficialPaper {
  /** The office whose name heads and signs it. */
  readonly issuer: string;
  /** 发文字号, e.g. `二助企通报〔2023〕1号`. */
  readonly number: string;
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly addressee: string;
  readonly blocks: readonly Block[];
  /** 成文日期 and 印发日期, `YYYY-MM-DD`. */
  readonly signedOn: string;
  /** What the file says of its own making (epoch ms): a fixed moment, so that the same paper is the same file. */
  readonly madeAt: number;
}

export const section = (text: string): Block => ({ kind: 'section', text });
export const subsection = (text: string): Block => ({ kind: 'subsection', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
