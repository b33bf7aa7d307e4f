import type { BulletinContent, BulletinTarget, ComponentScore, RankingRow } from '@zhuqi/domain';
import {
  AS_OF,
  cutRow,
  EMPTY_BULLETIN,
  populationFor,
  tableFor,
  ticketFor,
} from '../../../../test/support/bulletin-content';
import { docxLines } from '../../../../test/support/zip-entries';
import { OfficialBriefingPaper } from './official-briefing-paper';

const lines = async (
  content: BulletinContent,
  notes: { text: string; madeAt: number }[] = [],
): Promise<string[]> => docxLines(await new OfficialBriefingPaper().render(content, notes));

const TO_DATE = { collected: 181, resolved: 161, closed: 150, closedOnTime: 140, open: 20, overdue: 3 };
const ROWS = [
  cutRow('东盛街道', { collected: 100, resolved: 90 }, { collected: 4 }),
  cutRow('荣光街道', { collected: 81, resolved: 71 }, { collected: 5 }),
];
const ENTERPRISE = populationFor(
  { toDate: TO_DATE, period: { collected: 9, resolved: 6 }, previous: { collected: 11, resolved: 6 } },
  ROWS,
);
const FULL: BulletinContent = {
  ...EMPTY_BULLETIN,
  populations: { ...EMPTY_BULLETIN.populations, enterprise: ENTERPRISE },
};

const ON_TIME = {
  ...{ code: 'on_time', label: '按时办结', weight: 30, direction: 'earn', rateCode: 'onTime', points: 278 },
  ...{ numerator: 'closedOnTime', denominator: 'closed' },
  rate: { numerator: 38, denominator: 41, display: '92.6%' },
} satisfies ComponentScore;
const REWORK = {
  ...{ code: 'rework', label: '返工', weight: 10, direction: 'deduct', rateCode: 'rework', points: 4 },
  ...{ numerator: 'reworked', denominator: 'collected' },
  rate: { numerator: 2, denominator: 41, display: '4.8%' },
} satisfies ComponentScore;

const ranked = (label: string, rank: number | null): RankingRow => ({
  ...{ key: label, label, rank, points: 885, exactPoints: '177/2', collected: 4, assessedWeight: 100 },
  ...{ components: [ON_TIME, REWORK], signals: [], movement: { kind: 'up', previousRank: 9, by: 2 } },
});

describe('the briefing of a bulletin', () => {
  it('begins with the headline figures, each rate with both its numbers', async () => {
    const text = (await lines(FULL)).join('\n');
    expect(text).toContain('二助企通报〔2024〕1号\n关于二道区2023年12月企业诉求办理情况的通报\n各街道（镇）');
    expect(text).toContain(
      '2023年1月1日至12月31日，全区累计收集企业诉求181件，解决161件，解决率88.9%（161/181）；',
    );
    expect(text).toContain('本期（2023年12月1日至12月31日）新收集9件，解决6件');
    expect(text).toContain('以下数字截至2024年1月2日8时30分');
  });

  it('says of a population that has nothing that it has nothing, and prints no table of it', async () => {
    const text = (await lines(FULL)).join('\n');
    expect(text).toContain('（二）项目问题\n本年度未收集项目问题。');
    expect(text).not.toContain('项目问题按');
  });

  it('sets the period beside the one before', async () => {
    const text = (await lines(FULL)).join('\n');
    expect(text).toContain('收集\n9\n11\n-2\n解决\n6\n6\n0');
  });

  it('cuts the figures by unit with a last row that is their sum', async () => {
    const text = (await lines(FULL)).join('\n');
    expect(text).toContain('东盛街道\n100\n90\n90.0%');
    expect(text).toContain('合计\n181\n161\n88.9%\n0\n0\n—\n0\n0\n9\n0');
  });

  it('shows the districts of a city first', async () => {
    const districts = { enterprise: [cutRow('二道区', TO_DATE)], project: [] };
    const text = (await lines({ ...FULL, regionName: '长春市', districts })).join('\n');
    expect(text).toContain('企业诉求按县（市、区）分');
    expect(text).toContain('二道区\n181\n161\n88.9%');
    expect(text).toContain('各县（市、区），市直各有关单位：');
    expect(text).toContain('全市累计收集');
  });

  it('says how many complaints about staff the totals hold beyond the tables', async () => {
    const enterprise = { ...ENTERPRISE, complaints: { toDate: 2, period: 1 } };
    const text = (await lines({ ...FULL, populations: { ...FULL.populations, enterprise } })).join('\n');
    expect(text).toContain('其中反映工作人员的诉求累计2件、本期1件');
    expect(text).toContain('不含反映工作人员的诉求。');
  });

  it('lists red, escalated and suspended tickets with days and ages', async () => {
    const ticket = ticketFor('ZQ20231009-000185', '后厨申请通天然气');
    const confidential = { ...ticket, confidential: true, title: '（保密诉求）', enterprise: null };
    const text = (
      await lines({
        ...FULL,
        red: [{ ...confidential, dueOn: '2023-12-20', overdueWorkingDays: 7 }],
        escalations: [
          {
            ...{ ...ticket, cause: 'resolve_overdue', causeLabel: '超过办结时限', fromTier: 2, toTier: 3 },
            at: Date.UTC(2023, 11, 20, 17),
          },
        ],
        suspended: [
          {
            ...{ ...ticket, ageWorkingDays: 12, reviewOn: null, reason: '待修法' },
            since: AS_OF - 86_400_000,
          },
        ],
      })
    ).join('\n');
    // Of another year than the bulletin's, so the year stands above the day.
    expect(text).toContain('ZQ20231009-000185\n（保密诉求）\n东盛街道\n属地街镇\n2023年\n12-20\n7');
    expect(text).toContain(
      '后厨申请通天然气（长春飞荣餐饮管理有限公司）\n属地街镇→行管部门\n超过办结时限\n2023年\n12-21',
    );
    expect(text).toContain('东盛街道\n01-01\n—\n12\n待修法');
  });

  it('prints a hundred tickets of a list, and says how many more there are', async () => {
    const red = Array.from({ length: 130 }, (_, at) => ({
      ...{ ...ticketFor(`ZQ-${at}`, '超期'), dueOn: '2023-12-20', overdueWorkingDays: 7 },
    }));
    const text = await lines({ ...FULL, red });
    expect(text.filter((line) => /^ZQ-\d+$/u.test(line))).toHaveLength(100);
    expect(text).toContain('注：另有30件未列印，见系统中本通报的数据。');
  });

  it('ranks with points over their counts and movement, asks the last three to look, and lists small samples apart', async () => {
    const rows = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name, at) => ranked(`${name}局`, at + 1));
    const rankings = {
      ...EMPTY_BULLETIN.rankings,
      department: tableFor('department', rows, [ranked('壬局', null)]),
    };
    const text = (await lines({ ...FULL, rankings })).join('\n');
    expect(text).toContain('1\n甲局\n88.5\n升2\n27.8\n38/41\n-0.4\n2/41');
    expect(text).toContain('请戊局、己局、庚局关注失分项');
    expect(text).toContain('不参加排名：壬局（4件）。');
  });

  it('puts nobody at the end of a ranking of six', async () => {
    const rows = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, at) => ranked(`${name}局`, at + 1));
    const rankings = { ...EMPTY_BULLETIN.rankings, department: tableFor('department', rows) };
    expect((await lines({ ...FULL, rankings })).join('\n')).not.toContain('关注失分项');
  });

  it('shows signals to be looked into, and says that they cost no points', async () => {
    const tickets = [ticketFor('ZQ-1', '甲')];
    const signal = { measure: 'answeredLastHour', label: '时限届满前最后一小时内答复' } as const;
    const text = (await lines({ ...FULL, signals: [{ ...signal, count: 1, tickets }] })).join('\n');
    expect(text).toContain('不计入得分，也不作为扣分依据。\n时限届满前最后一小时内答复1件，编号：ZQ-1。');
  });

  it('prints targets in whole percents, and none where there is none', async () => {
    const period = { from: '2023-01-01', to: '2023-12-31' };
    const target = {
      ...{ population: 'project', figure: 'resolved', label: '解决', ...period },
      ...{ target: 55, actual: 58, display: '105%' },
    } satisfies BulletinTarget;
    const text = (await lines({ ...FULL, targets: [target] })).join('\n');
    expect(text).toContain('项目问题解决\n2023年1月1日至12月31日\n55\n58\n105%');
    expect((await lines(FULL)).join('\n')).not.toContain('目标完成情况');
  });

  it('ends with the definitions kept with the figures', async () => {
    const [first] = EMPTY_BULLETIN.definitions;
    const definitions = [{ ...first!, label: '当年口径', definition: '当年的定义' }];
    const text = await lines({ ...FULL, definitions });
    expect(text).toEqual(
      expect.arrayContaining(['4．百分数取1位小数，以后截去。', '5．当年口径：当年的定义。']),
    );
  });

  it('prints corrections behind the text, which stays as it was', async () => {
    const [plain, corrected] = [
      await lines(FULL),
      await lines(FULL, [{ text: '更正一处。', madeAt: AS_OF }]),
    ];
    expect(corrected).toEqual(expect.arrayContaining(['2024年1月2日：更正一处。']));
    expect(corrected.filter((line) => !plain.includes(line))).toEqual([
      ...['十、更正说明', '2024年1月2日：更正一处。'],
    ]);
  });

  it('is written for a district in which nothing has happened', async () => {
    const text = (await lines(EMPTY_BULLETIN)).join('\n');
    for (const sentence of ['两期均无变化。', '没有超期未办的诉求。', '没有达到最低件数的，不排名。']) {
      expect(text).toContain(sentence);
    }
  });
});
