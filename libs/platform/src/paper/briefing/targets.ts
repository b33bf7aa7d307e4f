import { POPULATION_LABEL, type BulletinContent } from '@zhuqi/domain';
import { type Block, section } from '../official/block';
import { writtenPeriod } from './words';

const COLUMNS = [
  { head: '目标', share: 3, align: 'left' },
  { head: '期间', share: 4 },
  ...['目标数', '完成数', '完成率'].map((head) => ({ head, share: 1.4 })),
] as const;

/** 目标完成情况; left out where no target has been set. */
export function targets({ targets: all }: BulletinContent): Block[] {
  if (all.length === 0) return [];
  const rows = all.map(({ population, label, from, to, target, actual, display }) => [
    ...[`${POPULATION_LABEL[population]}${label}`, writtenPeriod({ from, to })],
    ...[String(target), String(actual), display ?? '—'],
  ]);
  return [section('目标完成情况'), { kind: 'table', caption: '目标完成情况', columns: COLUMNS, rows }];
}
