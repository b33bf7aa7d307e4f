import { mapFigures, type Amounts, type Measure } from '@zhuqi/domain';
import type { ResolutionReport } from '@zhuqi/application';
import { resolutionReportView } from './resolution.view';

const report = (counts: Partial<Record<Measure, number>>, amounts: Amounts): ResolutionReport => ({
  ...{
    regionCode: '220105',
    from: null,
    to: null,
    asOf: 0,
    basis: 'cohort',
    population: 'enterprise',
    rows: [],
  },
  total: {
    pinned: [],
    labels: [],
    figures: { ...mapFigures(() => 0), ...counts, ...amounts },
  },
});

const totalOf = (amounts: Amounts) =>
  resolutionReportView(report({ collected: 3, resolved: 2 }, amounts), []).total;

describe('a row of figures', () => {
  it('carries both rates with their numbers, cut and never rounded up', () => {
    expect(totalOf({ handlingMinutes: 1_921, pausedMinutes: 238 })).toMatchObject({
      rate: { numerator: 2, denominator: 3, display: '66.6%' },
      handlingMinutes: 1_921,
      pausedMinutes: 238,
      pauseShare: { numerator: 238, denominator: 1_921, display: '12.3%' },
    });
  });

  it('has no share of paused time before anything was answered', () => {
    expect(totalOf({ handlingMinutes: 0, pausedMinutes: 0 }).pauseShare.display).toBeNull();
  });
});
