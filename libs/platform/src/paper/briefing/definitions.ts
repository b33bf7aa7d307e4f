import type { BulletinContent, BulletinDefinition } from '@zhuqi/domain';
import { type Block, note, section } from '../official/block';

const ROUNDING_TEXT = { truncate: '以后截去', half_up: '以后四舍五入' } as const satisfies Record<
  BulletinDefinition['rounding'],
  string
>;

type Printed = Pick<BulletinDefinition, 'decimals' | 'rounding'>;

const printed = ({ decimals, rounding }: Printed): string =>
  `百分数取${decimals}位小数，${ROUNDING_TEXT[rounding]}。`;

/** How rates are printed is said once where all are printed alike, else with each. */
function rates(all: readonly BulletinDefinition[]): string[] {
  const ways = new Set(all.map(printed));
  const each = all.map(
    (one) => `${one.label}：${one.definition}${ways.size > 1 ? `；${printed(one)}` : '。'}`,
  );
  return ways.size === 1 ? [...ways, ...each] : each;
}

const GENERAL = [
  '本期：期间内发生的收集、解决、办结等件数；累计：年初以来收集的诉求截至本通报时的办理情况。不予受理、撤回和并案的诉求不计入。',
  '企业诉求与项目问题分别统计，互不相加。保密诉求只列编号和单位；反映工作人员的诉求只计入总数，不列入分类表、清单和排名。',
  '本通报发布后原文不变；数字此后的变化，可在系统中逐件查看原因。',
] as const;

/** 统计口径: the definitions kept with the figures, not those of the day of printing. */
export const definitions = (content: BulletinContent): Block[] => [
  section('统计口径'),
  ...[...GENERAL, ...rates(content.definitions)].map((text, at) => note(`${at + 1}．${text}`)),
];
