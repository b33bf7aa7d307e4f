import type { BriefingCorrection } from '@zhuqi/application';
import { type Block, paragraph, section } from '../official/block';
import { writtenDay } from '../official/numeral';
import { dayOf } from './words';

/** 更正说明: said after publication; the text above stays as it was. */
export const corrections = (notes: readonly BriefingCorrection[]): Block[] =>
  notes.length === 0
    ? []
    : [
        section('更正说明'),
        ...notes.map(({ madeAt, text }) => paragraph(`${writtenDay(dayOf(madeAt))}：${text}`)),
      ];
