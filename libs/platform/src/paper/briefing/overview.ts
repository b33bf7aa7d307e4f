import { POPULATION_LABEL, POPULATIONS, type BulletinContent, type BulletinPopulation } from '@zhuqi/domain';
import { type Block, paragraph, section, subsection } from '../official/block';
import { isEmpty, pieces, rateText, whole, writtenMoment, writtenPeriod } from './words';

/** 累计: the cohort since 1 January, as it stood when the bulletin was drawn. */
function toDate(content: BulletinContent, { toDate: side }: BulletinPopulation, what: string): string {
  const { figures } = side;
  const since = writtenPeriod({ from: content.toDateFrom, to: content.to });
  return [
    `${since}，${whole(content)}累计收集${what}${pieces(figures.collected)}，解决${pieces(figures.resolved)}，`,
    `解决率${rateText(side, 'resolution')}；办结${pieces(figures.closed)}，其中按时办结${pieces(figures.closedOnTime)}，`,
    `按时办结率${rateText(side, 'onTime')}；在办${pieces(figures.open)}，其中超期${pieces(figures.overdue)}。`,
    `首次联系响应率${rateText(side, 'response')}，满意率${rateText(side, 'satisfaction')}，`,
    `企业确认率${rateText(side, 'enterpriseConfirmed')}。`,
  ].join('');
}

/** 本期: what happened within the period. */
function inPeriod(content: BulletinContent, { period: { figures } }: BulletinPopulation): string {
  return [
    `本期（${writtenPeriod(content)}）新收集${pieces(figures.collected)}，解决${pieces(figures.resolved)}，`,
    `办结${pieces(figures.closed)}，退回${pieces(figures.returned)}，返工${pieces(figures.reworked)}。`,
  ].join('');
}

/** 反映工作人员的诉求: told as a number of the whole region alone, so that tables and totals add up. */
function complaints({ complaints: { toDate: all, period: late } }: BulletinPopulation): Block[] {
  if (all === 0 && late === 0) return [];
  const counts = `累计${pieces(all)}、本期${pieces(late)}`;
  return [paragraph(`其中反映工作人员的诉求${counts}，不列入分类表、清单和排名。`)];
}

/** 总体情况: the headline figures of each population, rates with both their numbers. */
export function overview(content: BulletinContent): Block[] {
  const parts = POPULATIONS.flatMap((name) => {
    const [population, what] = [content.populations[name], POPULATION_LABEL[name]];
    if (isEmpty(population)) return [subsection(what), paragraph(`本年度未收集${what}。`)];
    return [
      subsection(what),
      paragraph(toDate(content, population, what)),
      paragraph(inPeriod(content, population)),
      ...complaints(population),
    ];
  });
  const moment = paragraph(`以下数字截至${writtenMoment(content.asOf)}，此后的变化不计入本通报。`);
  return [section('总体情况'), moment, ...parts];
}
