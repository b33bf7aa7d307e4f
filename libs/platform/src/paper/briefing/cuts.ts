import {
  bulletinFigures,
  mapFigures,
  POPULATION_LABEL,
  POPULATIONS,
  type BulletinContent,
  type BulletinCut,
  type BulletinFigures,
  type BulletinRow,
  type Population,
} from '@zhuqi/domain';
import { type Block, paragraph, section, type TableBlock } from '../official/block';
import { bareRate, isEmpty } from './words';

type CutName = BulletinCut | 'region';

const CUT_LABEL = {
  region: '县（市、区）',
  township: '属地街镇',
  department: '行管部门',
  industry: '行业',
  category: '诉求类别',
  tier: '承办层级',
} as const satisfies Record<CutName, string>;

/** Everything of enterprises; of the fewer problems of projects, by whom they are handled. All cuts are in the data. */
const PRINTED: Readonly<Record<Population, readonly BulletinCut[]>> = {
  enterprise: ['township', 'department', 'industry', 'category', 'tier'],
  project: ['department', 'township'],
};

const HEADS = '累计收集 累计解决 解决率 累计办结 按时办结 按时率 在办 超期 本期收集 本期解决'.split(' ');
const SHARES = { label: 2.3, rate: 1.4, count: 1 } as const;

/** Each rate behind the two counts it is made of. */
function cells(label: string, toDate: BulletinFigures, period: BulletinFigures): string[] {
  const { figures } = toDate;
  const counts = [figures.collected, figures.resolved, bareRate(toDate, 'resolution')];
  const times = [figures.closed, figures.closedOnTime, bareRate(toDate, 'onTime')];
  const now = [figures.open, figures.overdue, period.figures.collected, period.figures.resolved];
  return [label, ...[...counts, ...times, ...now].map(String)];
}

const sum = (all: readonly BulletinFigures[]): BulletinFigures =>
  bulletinFigures(mapFigures((figure) => all.reduce((whole, { figures }) => whole + figures[figure], 0)));

/** A table whose last row is the sum of the others: complaints about staff are in no cut, and so in no sum of one. */
function cutTable(name: Population, cut: CutName, rows: readonly BulletinRow[]): TableBlock {
  const label = CUT_LABEL[cut];
  const sums = [sum(rows.map(({ toDate }) => toDate)), sum(rows.map(({ period }) => period))] as const;
  return {
    kind: 'table',
    caption: `${POPULATION_LABEL[name]}按${label}分（单位：件）`,
    columns: [
      { head: label, share: SHARES.label, align: 'left' },
      ...HEADS.map((head) => ({ head, share: head.endsWith('率') ? SHARES.rate : SHARES.count })),
    ],
    rows: [...rows.map((row) => cells(row.label, row.toDate, row.period)), cells('合计', ...sums)],
    totalled: true,
  };
}

const complaints = ({ populations }: BulletinContent): boolean =>
  POPULATIONS.some((name) => Object.values(populations[name].complaints).some((count) => count !== 0));

/** 分区、分类情况: by district for a city, then by township, department, industry, category and tier. */
export function cuts(content: BulletinContent): Block[] {
  const tables = POPULATIONS.filter((name) => !isEmpty(content.populations[name])).flatMap((name) => {
    const population = content.populations[name];
    const districts = content.districts?.[name] ?? [];
    const byDistrict = districts.length === 0 ? [] : [cutTable(name, 'region', districts)];
    return [...byDistrict, ...PRINTED[name].map((cut) => cutTable(name, cut, population.cuts[cut]))];
  });
  const said = `累计为年初以来收集的诉求截至本通报时的办理情况${complaints(content) ? '，不含反映工作人员的诉求' : ''}。`;
  const lead = tables.length === 0 ? '本年度没有可分列的数字。' : said;
  return [section('分类情况'), paragraph(lead), ...tables];
}
