import { Injectable } from '@nestjs/common';
import {
  districtReader,
  type BulletinTarget,
  type Day,
  type Instant,
  type Measure,
  type PersonActor,
  type Population,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { DrawTargets } from './draw-targets';
import { FigureTargets, type FigureTarget } from './figure-targets';
import { PublishingPlaces } from './publishing-place';

export interface TargetOrder {
  readonly regionCode: string;
  readonly population: Population;
  readonly figure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly target: number;
  readonly reason: string;
}

/** A target with how far the region has come. */
export interface ReachedTarget
  extends BulletinTarget, Pick<FigureTarget, 'id' | 'reason' | 'madeAt' | 'madeBy'> {}

/** Targets of a region's figures: set in full, kept with reason and person, and shown with what was reached. */
@Injectable()
export class SetTarget {
  constructor(
    private readonly work: UnitOfWork,
    private readonly targets: FigureTargets,
    private readonly drawing: DrawTargets,
    private readonly places: PublishingPlaces,
    private readonly ids: IdGenerator,
  ) {}

  /** In place of an earlier one of the same figure and period. */
  async execute(actor: PersonActor, order: TargetOrder): Promise<readonly ReachedTarget[]> {
    await this.places.of(actor, order.regionCode);
    if (order.from > order.to) refuse('request.invalid', '截止日不能早于起始日', '/to');
    await this.work.run((tx) =>
      tx.bulletins.addTarget({ ...order, id: this.ids.next(), madeById: actor.id, madeAt: tx.now }),
    );
    return this.list(actor, order.regionCode, null);
  }

  async list(
    actor: PersonActor,
    regionCode: string,
    asOf: Instant | null,
  ): Promise<readonly ReachedTarget[]> {
    const { region } = await this.places.of(actor, regionCode);
    const reached: ReachedTarget[] = [];
    for (const target of await this.targets.of(regionCode, null, asOf)) {
      const { id, reason, madeAt, madeBy } = target;
      const drawn = await this.drawing.reached(districtReader(region), target, asOf);
      reached.push({ id, ...drawn, reason, madeAt, madeBy });
    }
    return reached;
  }
}
