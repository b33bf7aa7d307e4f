import type { BulletinContent, BulletinDefinition } from '@zhuqi/domain';
import { type Block, note, section } from '../official/block';

const ROUNDING_TEXT = { truncate: '以后截去', half_up: '以后四舍五入' } as const satisfies Record<
  BulletinDefinition['rounding'],
  string
>;

const definition = ({ label, definition: text, decimals, rounding }: BulletinDefinition): string =>
  `${label}：${text}；百分数取${decimals}位小数，${ROUNDING_TEXT[rounding]}。`;

const GENERAL = [
  '本期：期间内发生的收集、解决、办结等件数；累计：年初以来收集的诉求截至本通报时的办理情况。不予受理、撤回和并案的诉求不计入。',
  '企业诉求与项目问题分别统计，互不相加。保密诉求只列编号和单位；反映工作人员的诉求计入件数，不在清单中列出。',
  '本通报发布后原文不变；数字此后的变化，可在系统中逐件查看原因。',
] as const;

/** 统计口径: the definitions kept with the figures, not those of the day of printing. */
export const definitions = (content: BulletinContent): Block[] => [
  section('统计口径'),
  ...[...GENERAL, ...content.definitions.map(definition)].map((text, at) => note(`${at + 1}．${text}`)),
];
