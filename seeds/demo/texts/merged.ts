import type { UncountedText } from './uncounted';

/** A problem somebody else has reported before: it goes along with that ticket and counts nowhere. */
export type MergedText = Omit<UncountedText, 'end'> & {
  /** The open problem it is the same as, `text:row`. */
  readonly sameAs: string;
};

export const MERGED: readonly MergedText[] = [
  {
    title: '火锅店后厨管道天然气报装停滞，请求与同街商户一并施工',
    description:
      '我店与隔壁两家餐饮商户今年八月先后到燃气公司报装管道天然气，资料和初装费都已交齐，至今没有排上施工。后厨还在用瓶装气，消防检查要求月底前改造完毕，逾期要停业整改，希望同一条街的几家一起安排，一次把路面开挖完。',
    category: 'utilities',
    severity: 'simple',
    industries: ['trade', 'services'],
    submitted: '10-12 15:46',
    endedAt: '10-13 09:50',
    sameAs: 'gas-connect:0',
  },
];
