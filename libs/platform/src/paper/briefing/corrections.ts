import type { BriefingCorrection } from '@zhuqi/application';
import { businessDayOf, writtenDay } from '@zhuqi/domain';
import { type Block, paragraph, section } from '../official/block';

/** 更正说明: said after publication; the text above stays as it was. */
export const corrections = (notes: readonly BriefingCorrection[]): Block[] =>
  notes.length === 0
    ? []
    : [
        section('更正说明'),
        ...notes.map(({ madeAt, text }) => paragraph(`${writtenDay(businessDayOf(madeAt))}：${text}`)),
      ];
