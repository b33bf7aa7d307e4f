import { november } from '../../../../test/support/november';
import { clustersOf } from './clusters';
import { likable, type Portrait } from './similarity';

let made = 0;
const ticket = (title: string, enterpriseId: string | null, said: Partial<Portrait> = {}) => {
  made += 1;
  return {
    id: `t${String(made).padStart(3, '0')}`,
    ...likable({
      ...{ title, description: title, category: 'utilities', enterpriseId, townshipId: null },
      submittedAt: november('02T09:00') + made,
      ...said,
    }),
  };
};

const outages = (...enterprises: readonly string[]) =>
  enterprises.map((enterprise, index) =>
    ticket(`园区停电第${'一二三四五六'[index] ?? ''}次报修`, enterprise),
  );

const groups = (tickets: Parameters<typeof clustersOf>[0]): string[][] =>
  clustersOf(tickets).map(({ members }) => members.map(({ id }) => id).sort());

describe('probable clusters', () => {
  it('are what three enterprises and more report alike, among whatever else there is', () => {
    const same = outages('a', 'b', 'c');
    const others = [ticket('流动资金贷款到期', 'd'), ticket('招聘焊工困难', 'e'), ticket('道路破损', 'f')];
    expect(groups([...others, ...same])).toEqual([same.map(({ id }) => id)]);
  });

  it('are none while only two enterprises report, however often', () => {
    expect(groups(outages('a', 'b', 'a', 'b'))).toEqual([]);
  });

  it('do not count tickets whose enterprise is not told', () => {
    const hidden = [ticket('园区停电', null), ticket('园区停电', null), ticket('园区停电', null)];
    expect(groups(hidden)).toEqual([]);
  });

  it('have every ticket once, the largest first', () => {
    const power = outages('a', 'b', 'c', 'd');
    const roads = ['a', 'b', 'c'].map((enterprise) => ticket('厂前道路积水无法通行', enterprise));
    const found = groups([...roads, ...power]);
    expect(found.map(({ length }) => length)).toEqual([4, 3]);
    expect(new Set(found.flat()).size).toBe(7);
  });

  it('gather around the one that came first: a chain of ever less alike ones is not one matter', () => {
    const chain = ['甲乙丙丁', '丙丁戊己', '戊己庚辛', '庚辛壬癸'].map((title, index) =>
      ticket(title, `e${String(index)}`),
    );
    expect(groups(chain).every(({ length }) => length < chain.length)).toBe(true);
    const same = outages('a', 'b', 'c');
    const [found] = clustersOf([...same].reverse());
    expect(found?.members[0]?.id).toBe(same[0]?.id);
  });

  it('are found however many report the same, and among however many others', () => {
    const wave = Array.from({ length: 200 }, (_, index) => ticket('园区停电停产', `w${String(index)}`));
    expect(groups(wave).map(({ length }) => length)).toEqual([200]);
    const crowd = Array.from({ length: 300 }, (_, index) =>
      ticket(`${String.fromCodePoint(0x4e00 + index * 7, 0x4f00 + index * 11)}补贴申请`, `x${String(index)}`),
    );
    const begun = performance.now();
    expect(groups([...crowd, ...outages('a', 'b', 'c')]).some(({ length }) => length === 3)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
