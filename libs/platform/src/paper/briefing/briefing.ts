import type { BriefingCorrection } from '@zhuqi/application';
import { businessDayOf, numberText, type BulletinContent } from '@zhuqi/domain';
import type { OfficialPaper } from '../official/block';
import { corrections } from './corrections';
import { cuts } from './cuts';
import { definitions } from './definitions';
import { comparison } from './movements';
import { overview } from './overview';
import { rankings } from './rankings';
import { signals } from './signals';
import { targets } from './targets';
import { ticketLists } from './ticket-lists';

const ADDRESSEES: Readonly<Record<string, string>> = {
  市: '各县（市、区），市直各有关单位',
  县: '各乡镇（街道），县直各有关单位',
  区: '各街道（镇），区直各有关单位',
};
const ANYBODY = '各有关单位';

/** 机关代字 before the number: 二助企通报〔2023〕1号. */
const documentNumber = ({ regionName, number }: BulletinContent): string =>
  `${[...regionName][0] ?? ''}助企通报${numberText(number)}`;

/** 调度通报: a published bulletin in the words and order of an official paper. Nothing in it is worked out anew. */
export const briefing = (content: BulletinContent, notes: readonly BriefingCorrection[]): OfficialPaper => ({
  issuer: content.issuer,
  number: documentNumber(content),
  title: content.title,
  addressee: ADDRESSEES[content.regionName.at(-1) ?? ''] ?? ANYBODY,
  blocks: [
    ...[overview, comparison, targets, cuts, ticketLists, rankings, signals, definitions].flatMap((part) =>
      part(content),
    ),
    ...corrections(notes),
  ],
  signedOn: businessDayOf(content.asOf),
  madeAt: content.asOf,
});
