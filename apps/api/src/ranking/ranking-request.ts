import type { RankingRequest } from '@zhuqi/application';
import { instantOf } from '../edge';
import type { RankingPeriodDto } from './ranking.dto';

/** The period a request means; throws `request.invalid` for a moment that is none. */
export const rankingRequest = ({
  kind,
  from,
  to,
  asOf,
}: RankingPeriodDto): Omit<RankingRequest, 'regionCode'> => ({
  ...{ kind, from, to },
  asOf: asOf === undefined ? null : instantOf(asOf),
});
