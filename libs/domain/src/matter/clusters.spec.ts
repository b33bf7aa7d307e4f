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

  it('gather around one ticket: a chain of ever less alike ones is not one matter', () => {
    const chain = ['甲乙丙丁', '丙丁戊己', '戊己庚辛', '庚辛壬癸'].map((title, index) =>
      ticket(title, `e${index}`),
    );
    expect(groups(chain).every(({ length }) => length < chain.length)).toBe(true);
  });

  it('are found among many in no time to speak of', () => {
    const crowd = Array.from({ length: 400 }, (_, index) =>
      ticket(
        `第${String(index)}号车间设备${String.fromCodePoint(0x4e00 + index * 7)}维修补贴`,
        `x${String(index)}`,
      ),
    );
    const begun = performance.now();
    clustersOf([...crowd, ...outages('a', 'b', 'c')]);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
