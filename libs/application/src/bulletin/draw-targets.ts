import { Injectable } from '@nestjs/common';
import {
  DECLARED_FIGURES,
  percentage,
  type BulletinTarget,
  type Day,
  type Instant,
  type PersonActor,
} from '@zhuqi/domain';
import { ResolutionStatistics } from '../statistics';
import { FigureTargets, type FigureTarget } from './figure-targets';

export interface TargetsOrder {
  readonly regionCode: string;
  /** The targets whose period includes this day. */
  readonly day: Day;
  readonly asOf: Instant;
}

/** 完成率 is printed in whole percents, five upwards: 58 of 55 are 105%, 58 of 52 are 112%. */
const COMPLETION = { decimals: 0, rounding: 'half_up' } as const;

/** How far a region has come with its targets. */
@Injectable()
export class DrawTargets {
  constructor(
    private readonly targets: FigureTargets,
    private readonly statistics: ResolutionStatistics,
  ) {}

  async draw(reader: PersonActor, { regionCode, day, asOf }: TargetsOrder): Promise<BulletinTarget[]> {
    const drawn: BulletinTarget[] = [];
    for (const target of await this.targets.of(regionCode, day, asOf)) {
      drawn.push(await this.reached(reader, target, asOf));
    }
    return drawn;
  }

  /** The figure of the tickets collected in the target's period, as they stood. */
  async reached(reader: PersonActor, target: FigureTarget, asOf: Instant | null): Promise<BulletinTarget> {
    const { regionCode, population, figure, from, to } = target;
    const { total } = await this.statistics.report(reader, {
      ...{ regionCode, population, from, to, asOf },
      ...{ basis: 'cohort', groupBy: [] },
    });
    const actual = total.figures[figure];
    return {
      ...{
        population,
        figure,
        label: DECLARED_FIGURES[figure].label,
        from,
        to,
        target: target.target,
        actual,
      },
      display: percentage(actual, target.target, COMPLETION).display,
    };
  }
}
