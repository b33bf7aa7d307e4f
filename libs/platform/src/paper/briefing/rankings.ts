import {
  pointsText,
  RANKING_KIND_LABEL,
  RANKING_KINDS,
  type BulletinContent,
  type ComponentScore,
  type RankingRow,
  type RankingTable,
} from '@zhuqi/domain';
import { type Block, note, paragraph, section, subsection, type TableBlock } from '../official/block';
import { writtenPeriod } from './words';

/** Fewer ranked than this, and nobody is at the end of anything. */
const FEWEST_WITH_AN_END = 7;
const NAMED_AT_THE_END = 3;

/** Rows of a ranking on paper; the whole table is in the data. */
const MOST_ROWS = 40;
const MOST_APART = 20;

type RankMovement = NonNullable<RankingRow['movement']>;

const MOVEMENT_TEXT = {
  up: (by) => `升${by}`,
  down: (by) => `降${by}`,
  same: () => '持平',
  new: () => '新列',
} as const satisfies Record<RankMovement['kind'], (by: number) => string>;

const movementText = (movement: RankingRow['movement']): string =>
  movement === null ? '—' : MOVEMENT_TEXT[movement.kind](Math.abs(movement.by ?? 0));

/** Points over the two counts they follow from; what is taken away is negative. */
function score({ points, direction, rate }: ComponentScore): string {
  if (points === null) return '不评';
  const text = points === 0 ? '0.0' : pointsText(direction === 'deduct' ? -points : points);
  return `${text}\n${rate.numerator}/${rate.denominator}`;
}

const rowOf = (row: RankingRow): string[] => [
  ...[String(row.rank ?? '—'), row.label, row.points === null ? '—' : pointsText(row.points)],
  ...[movementText(row.movement), ...row.components.map(score)],
];

const tableOf = (table: RankingTable): TableBlock => ({
  kind: 'table',
  caption: `${RANKING_KIND_LABEL[table.kind]}排名（得分下为件数之比）`,
  columns: [
    { head: '名次', share: 0.8 },
    { head: RANKING_KIND_LABEL[table.kind], share: 2.4, align: 'left' },
    { head: '得分', share: 1 },
    { head: '变化', share: 0.9 },
    ...table.scheme.components.map(({ label, weight, direction }) => ({
      head: `${label}\n${direction === 'deduct' ? '−' : ''}${weight}`,
      share: 1.1,
    })),
  ],
  rows: table.ranked.slice(0, MOST_ROWS).map(rowOf),
});

/** Who is to look at their components: said in one sentence, with no colour and no list of its own. */
function attention({ ranked }: RankingTable): Block[] {
  if (ranked.length < FEWEST_WITH_AN_END) return [];
  const names = ranked.slice(-NAMED_AT_THE_END).map(({ label }) => label);
  return [paragraph(`请${names.join('、')}关注失分项，对照分项件数逐件查找原因。`)];
}

/** Those without a rank: by name while they are few, for a page of names says nothing of anybody. */
function apart({ apart: rows, scheme }: RankingTable): Block[] {
  if (rows.length === 0) return [];
  const why = `注：收集不足${scheme.minimumSample}件或可评分项不足一半的不参加排名`;
  if (rows.length > MOST_APART) return [note(`${why}，共${rows.length}个，见系统中本通报的数据。`)];
  return [note(`${why}：${rows.map(({ label, collected }) => `${label}（${collected}件）`).join('、')}。`)];
}

const compared = ({ previous }: RankingTable): string =>
  previous === null ? '本年度首期，不与上期比较' : `变化与${writtenPeriod(previous)}比较`;

function ranking(table: RankingTable): Block[] {
  const heading = subsection(RANKING_KIND_LABEL[table.kind]);
  if (table.ranked.length === 0) return [heading, paragraph('没有达到最低件数的，不排名。'), ...apart(table)];
  const rest = table.ranked.length - MOST_ROWS;
  return [
    heading,
    paragraph(`共${table.ranked.length}个参加排名，${compared(table)}。`),
    tableOf(table),
    ...(rest > 0 ? [note(`注：另有${rest}个未列印，见系统中本通报的数据。`)] : []),
    ...attention(table),
    ...apart(table),
  ];
}

/** 赛马排名: points by component with the counts they follow from; too few tickets are listed apart. */
export const rankings = (content: BulletinContent): Block[] => [
  section('赛马排名'),
  paragraph(
    `以${writtenPeriod({ from: content.toDateFrom, to: content.to })}收集的诉求计分，不评的分项按其余分项折算，同分同名次。`,
  ),
  ...RANKING_KINDS.flatMap((kind) => ranking(content.rankings[kind])),
];
