import {
  Refused,
  valueOf,
  type CountedTicketsRequest,
  type LedgerSelection,
  type PinnedKey,
  type ResolutionRequest,
} from '@zhuqi/application';
import { dimensionsOf, DIMENSIONS, type Instant } from '@zhuqi/domain';
import { instantOf } from '../edge';
import { NO_KEY } from './key-text';
import type { CountedTicketsDto, ResolutionDto } from './resolution.dto';

/** The question a query string asks of the figures; throws `request.invalid` and `statistics.group_by`. */
export const resolutionRequest = (query: ResolutionDto): ResolutionRequest => ({
  ...selectionOf(query),
  groupBy: valueOf(dimensionsOf(query.groupBy)),
});

/** The question a row's address asks of the tickets behind it. */
export const countedTicketsRequest = (query: CountedTicketsDto): CountedTicketsRequest => ({
  ...selectionOf(query),
  measure: query.measure,
  pinned: DIMENSIONS.flatMap((dimension): PinnedKey[] => {
    const key = query[dimension];
    return key === undefined ? [] : [{ dimension, key: key === NO_KEY ? null : key }];
  }),
});

function selectionOf(
  query: ResolutionDto | CountedTicketsDto,
): LedgerSelection & { readonly asOf: Instant | null } {
  const { regionCode = null, from = null, to = null, asOf, basis, population, complaints } = query;
  if (from !== null && to !== null && from > to) {
    throw new Refused({ code: 'request.invalid', detail: '截止日不能早于起始日', pointer: '/to' });
  }
  const withoutComplaints = complaints === 'without';
  const moment = asOf === undefined ? null : instantOf(asOf);
  return { regionCode, from, to, basis, population, withoutComplaints, asOf: moment };
}
