import {
  DECLARED_FIGURES,
  POPULATION_LABEL,
  POPULATIONS,
  type BulletinContent,
  type BulletinMovement,
  type Figure,
  type Population,
} from '@zhuqi/domain';
import { type Block, paragraph, section, type TableBlock } from '../official/block';
import { isEmpty, writtenPeriod } from './words';

/** What is compared from one period to the next: deeds, not stocks. */
const COMPARED: readonly Figure[] = [
  ...(['collected', 'resolved', 'closed', 'closedOnTime', 'firstContactOnTime', 'satisfied'] as const),
  ...(['confirmedByEnterprise', 'reworked', 'returned'] as const),
];

const COLUMNS = [
  { head: '项目', share: 3, align: 'left' },
  { head: '本期（件）', share: 2 },
  { head: '上期（件）', share: 2 },
  { head: '增减（件）', share: 2 },
] as const;

const signed = (change: number): string => (change > 0 ? `+${change}` : String(change));

const compared = ({ movements }: { readonly movements: readonly BulletinMovement[] }): BulletinMovement[] =>
  COMPARED.flatMap((figure) => movements.filter((movement) => movement.figure === figure));

const table = (name: Population, movements: readonly BulletinMovement[]): TableBlock => ({
  kind: 'table',
  caption: `${POPULATION_LABEL[name]}本期与上期对比`,
  columns: COLUMNS,
  rows: movements.map(({ figure, now, before, change }) => [
    ...[DECLARED_FIGURES[figure].label, String(now), String(before), signed(change)],
  ]),
});

/** 与上期相比: the figures of the period beside those of the one before. */
export function comparison(content: BulletinContent): Block[] {
  const shown = POPULATIONS.filter((name) => {
    const population = content.populations[name];
    return !isEmpty(population) || population.movements.some(({ before }) => before !== 0);
  });
  const periods = `本期为${writtenPeriod(content)}，上期为${writtenPeriod(content.previous)}。`;
  return [
    section('与上期对比'),
    paragraph(shown.length === 0 ? `${periods}两期均无变化。` : periods),
    ...shown.map((name) => table(name, compared(content.populations[name]))),
  ];
}
