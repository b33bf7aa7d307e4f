import type { PinnedKey, ResolutionReport } from '@zhuqi/application';
import { isoOf } from '../edge';
import { NO_KEY } from './key-text';

const PATH = '/api/v1/statistics/resolution/tickets';

/** What chose the tickets, whoever drew the figures up from them. */
export type CountedFrom = Omit<ResolutionReport, 'rows' | 'total'>;

/** Where the tickets behind a row are listed: everything that chose them is pinned, the moment above all. */
export function countedTicketsUrl(report: CountedFrom, pinned: readonly PinnedKey[]): string {
  const { regionCode, from, to, basis, population, withoutComplaints } = report;
  const query = new URLSearchParams({ regionCode, basis, population, asOf: isoOf(report.asOf) });
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  if (withoutComplaints === true) query.set('complaints', 'without');
  for (const { dimension, key } of pinned) query.set(dimension, key ?? NO_KEY);
  return `${PATH}?${query.toString()}`;
}
