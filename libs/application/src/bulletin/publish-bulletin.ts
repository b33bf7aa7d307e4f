import { Injectable } from '@nestjs/common';
import {
  bulletinPeriod,
  isRegular,
  type BulletinKind,
  type DuePublication,
  type PersonActor,
  type WantedPeriod,
} from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { applyOnce } from '../rules/apply-once';
import { claimOf } from '../ticket/answer-once';
import { DrawBulletin, numbered, type BulletinDraft } from './draw-bulletin';
import { PublishingPlaces, type PublishingPlace } from './publishing-place';

export interface BulletinOrder extends WantedPeriod {
  readonly regionCode: string;
  readonly kind: BulletinKind;
  readonly title?: string;
}

export interface PublishBulletinCommand {
  readonly actor: PersonActor;
  readonly order: BulletinOrder;
  readonly idempotencyKey: string | undefined;
}

interface Drawn {
  readonly id: string;
  readonly draft: BulletinDraft;
  /** The year of its number. */
  readonly year: number;
}

/** Publishes bulletins, each once: what was drawn is numbered and kept in one transaction. */
@Injectable()
export class PublishBulletin {
  constructor(
    private readonly work: UnitOfWork,
    private readonly places: PublishingPlaces,
    private readonly drawing: DrawBulletin,
    private readonly clock: BusinessClock,
    private readonly ids: IdGenerator,
  ) {}

  /** On demand, of what is known now. The answer's body is `{ id }`. */
  execute({ actor, order, idempotencyKey }: PublishBulletinCommand): Promise<StoredAnswer> {
    return applyOnce(this.work, this.ordered(actor, order), {
      claim: claimOf(this.ids, actor.id, idempotencyKey, order),
      present: ({ id }) => ({ id }),
      write: async (tx, drawn) => {
        if (await this.keep(tx, drawn, actor.id)) return;
        refuse('bulletin.published', '该期通报已发布；如有变化，请查看差异或另发专题通报');
      },
    });
  }

  /** By the schedule, of what was known when it was to appear; false when another has published it meanwhile. */
  async scheduled({ region, calendar }: PublishingPlace, due: DuePublication): Promise<boolean> {
    const { kind, from, to, dueAt } = due;
    const order = { region, calendar, kind, period: { from, to }, asOf: dueAt, title: null };
    const drawn = await this.drawn(order);
    return this.work.run((tx) => this.keep(tx, drawn, null));
  }

  private async ordered(actor: PersonActor, order: BulletinOrder): Promise<Drawn> {
    const { kind, title = null } = order;
    const place = await this.places.of(actor, order.regionCode);
    const asOf = await this.clock.now();
    const period = valueOf(bulletinPeriod(kind, order, place.calendar.dayOf(asOf)));
    return this.drawn({ ...place, kind, period, asOf, title });
  }

  private async drawn(order: Parameters<DrawBulletin['draw']>[0]): Promise<Drawn> {
    const draft = await this.drawing.draw(order);
    const year = Number(order.calendar.dayOf(order.asOf).slice(0, 4));
    return { id: this.ids.next(), draft, year };
  }

  private async keep(tx: Transaction, { id, draft, year }: Drawn, byId: string | null): Promise<boolean> {
    const { regionCode, kind, from, to, asOf, title } = draft;
    const number = await tx.bulletins.nextNumber(regionCode, year);
    if (isRegular(kind) && (await tx.bulletins.hasAppeared(regionCode, kind, from))) return false;
    const text = JSON.stringify(numbered(draft, number));
    await tx.bulletins.add({
      ...{ id, regionCode, kind, from, to, asOf, number, title, text },
      ...{ digest: this.ids.digest(text), publishedAt: tx.now, publishedById: byId },
    });
    return true;
  }
}
