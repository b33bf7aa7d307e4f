/** One side of a population, or of a row of it. */
interface Side {
  readonly figures: Readonly<Record<string, number>>;
  readonly rates: Readonly<Record<string, unknown>>;
}
/** A figure of `/differences`. */
export interface Moved {
  readonly measure: string;
  readonly change: number;
  readonly entered: number;
  readonly left: number;
  readonly complaints: number;
}
/** What the tests look at of a published bulletin. */
export interface Content {
  readonly from: string;
  readonly to: string;
  readonly toDateFrom: string;
  readonly asOf: number;
  readonly populations: Readonly<
    Record<
      string,
      {
        complaints: { toDate: number; period: number };
        toDate: Side;
        period: Side;
        cuts: Record<string, { key: string | null; toDate: Side; period: Side }[]>;
      }
    >
  >;
  readonly rankings: Readonly<
    Record<
      string,
      Record<'ranked' | 'apart', readonly { key: string; collected: number; movement: unknown }[]> & {
        readonly previous: unknown;
      }
    >
  >;
  readonly signals: readonly { count: number; tickets: readonly unknown[] }[];
  readonly red: readonly {
    number: string;
    confidential: boolean;
    title: string;
    enterprise: string | null;
  }[];
}
