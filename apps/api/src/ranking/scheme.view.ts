import type { RegionSchemes } from '@zhuqi/application';
import { RANKED_RATES, RATES } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView } from '../ticket-list/ticket-summary.view';
import { schemeView } from './ranking.mapper';
import { SchemeView } from './ranking.view';

/** 排名办法的一个版本 */
export class SchemeRecordView extends SchemeView {
  reason: string;
  madeBy: ReferenceView;
  madeAt: string;
}

/** 可以计入排名的一个比率 */
export class RankedRateView {
  code: string;
  label: string;
  definition: string;
}

/** 一个地区的排名办法 */
export class RegionSchemesView {
  regionCode: string;
  inForce: SchemeView;
  /** 近者在前；没有的，施行起始的办法 */
  versions: SchemeRecordView[];
  rates: RankedRateView[];
}

export const regionSchemesView = ({ regionCode, inForce, versions }: RegionSchemes): RegionSchemesView => ({
  regionCode,
  inForce: schemeView(inForce),
  versions: versions.map(({ scheme, reason, madeBy, madeAt }) => ({
    ...schemeView(scheme),
    ...{ reason, madeBy, madeAt: isoOf(madeAt) },
  })),
  rates: RANKED_RATES.map((code) => ({ code, ...naming(code) })),
});

const naming = (code: (typeof RANKED_RATES)[number]): Omit<RankedRateView, 'code'> => {
  const { label, definition } = RATES[code];
  return { label, definition };
};
