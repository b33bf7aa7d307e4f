import fc from 'fast-check';
import { november } from '../../../../test/support/november';
import { keysOf, pairsOf } from './bigrams';
import { likable, likeness, PROBABLE, type Portrait } from './similarity';

const OUTAGE: Portrait = {
  title: '园区突然停电，生产线停产',
  description: '今天上午园区整体停电，生产线全部停下，请尽快协调供电公司抢修恢复供电。',
  category: 'utilities',
  enterpriseId: 'hongda',
  townshipId: 'dongsheng',
  submittedAt: november('02T09:00'),
};
const alike = (left: Portrait, right: Portrait) => likeness(likable(left), likable(right));
const scoreOf = (right: Partial<Portrait>): number => alike(OUTAGE, { ...OUTAGE, ...right }).score;

/** Chinese, Latin, digits and punctuation, in any mixture. */
const texts = fc.string({
  unit: fc.constantFrom(...'停电园区生产线变压器贷款abXY12，。！ （）'),
  maxLength: 30,
});
const portraits: fc.Arbitrary<Portrait> = fc.record({
  title: texts,
  description: texts,
  category: fc.constantFrom('utilities', 'financing'),
  enterpriseId: fc.constantFrom('hongda', 'jinma', 'lianyi'),
  townshipId: fc.constantFrom('dongsheng', 'jilin', null),
  submittedAt: fc.integer({ min: november('01T00:00'), max: november('30T00:00') }),
});

const WIDER = new Map(
  [...'abXY12'].map((letter) => [letter, String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)]),
);
const inFullWidth = (text: string): string => [...text].map((each) => WIDER.get(each) ?? each).join('');

describe('how much alike two tickets are', () => {
  it('is the same from either side', () => {
    fc.assert(
      fc.property(portraits, portraits, (left, right) => {
        expect(alike(left, right)).toEqual(alike(right, left));
      }),
    );
  });

  it('is 1 for a ticket and itself, and never more or less than 0 to 1', () => {
    fc.assert(
      fc.property(portraits, portraits, (left, right) => {
        expect(alike(left, left).score).toBe(1);
        const { score } = alike(left, right);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is unaffected by width, capitals, spaces and punctuation', () => {
    fc.assert(
      fc.property(portraits, portraits, (left, right) => {
        const otherwise = {
          ...right,
          title: ` ${inFullWidth(right.title).toUpperCase()}！`,
          description: right.description.toLowerCase().replaceAll('，', ', '),
        };
        expect(alike(left, otherwise)).toEqual(alike(left, right));
      }),
    );
  });

  it('is nothing without words in common, whatever else agrees', () => {
    expect(scoreOf({ title: '银行贷款', description: '利率偏高' })).toBe(0);
  });

  it('grows with every circumstance that agrees', () => {
    const stranger = { category: 'other', enterpriseId: 'jinma', townshipId: 'jilin' };
    const scores = [
      scoreOf({ ...stranger, submittedAt: OUTAGE.submittedAt + 90 * 86_400_000 }),
      scoreOf(stranger),
      scoreOf({ ...stranger, category: 'utilities' }),
      scoreOf({ enterpriseId: 'jinma', townshipId: 'jilin' }) + 0.001,
      scoreOf({ enterpriseId: 'jinma' }),
      scoreOf({}),
    ];
    expect(scores).toEqual([...scores].sort((left, right) => left - right));
    expect(scores[0]).toBeLessThan(scores[1]!);
    expect(scores.at(-1)).toBe(1);
  });

  it('takes the same outage told by another enterprise for probable, and another matter of its kind not', () => {
    const told = { enterpriseId: 'jinma', title: '园区停电，车间停产' };
    expect(scoreOf({ ...told, description: '上午起园区停电，车间无法生产。' })).toBeGreaterThanOrEqual(
      PROBABLE,
    );
    const other = {
      enterpriseId: 'jinma',
      title: '厂区需要增容变压器',
      description: '申请增容至800千伏安。',
    };
    expect(scoreOf(other)).toBeLessThan(PROBABLE);
  });

  it('is explained in words', () => {
    expect(alike(OUTAGE, OUTAGE).reasons).toEqual([
      ...['标题相近', '描述相近', '类别相同', '同一企业', '同一街镇', '相隔不到一天'],
    ]);
    const later = { ...OUTAGE, enterpriseId: 'jinma', submittedAt: november('05T10:00') };
    expect(alike(OUTAGE, later).reasons).toEqual(['标题相近', '描述相近', '类别相同', '同一街镇', '相隔3天']);
  });

  it('never says that an enterprise one is not told of is the same', () => {
    const hidden = { ...OUTAGE, enterpriseId: null };
    expect(alike(hidden, hidden).reasons).not.toContain('同一企业');
  });
});

describe('the pairs of a text', () => {
  it('are those of its neighbouring characters, each once', () => {
    expect(pairsOf('停电 了！停电')).toEqual(['停电', '电了', '了停']);
    expect(pairsOf('电')).toEqual(['电']);
    expect(pairsOf('。')).toEqual([]);
    expect(pairsOf('ＡＢ')).toEqual(['ab']);
  });

  it('are as many as its keys', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(keysOf(text).size).toBe(pairsOf(text).length);
      }),
    );
  });
});
