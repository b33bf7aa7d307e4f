import type { Direction, RankingScheme, SchemeComponent } from './scheme';

type Row = readonly [code: string, label: string, weight: number, SchemeComponent['rate'], Direction];

const ROWS: readonly Row[] = [
  ['response', '及时联系', 20, 'response', 'earn'],
  ['on_time', '按时办结', 30, 'onTime', 'earn'],
  ['resolution', '解决', 20, 'resolution', 'earn'],
  ['satisfaction', '满意', 20, 'satisfaction', 'earn'],
  ['confirmation', '企业确认', 10, 'enterpriseConfirmed', 'earn'],
  ['rework', '返工', 10, 'rework', 'deduct'],
  ['return', '退回', 5, 'return', 'deduct'],
  ['overdue', '超期未办', 10, 'overdue', 'deduct'],
];

/** By which every region begins to rank; the programme has published none, so that its office can set another. */
export const DEFAULT_SCHEME: RankingScheme = {
  version: 0,
  minimumSample: 5,
  components: ROWS.map(([code, label, weight, rate, direction]) => ({
    ...{ code, label, weight, rate, direction },
    atLeast: 1,
  })),
};
