import { Injectable } from '@nestjs/common';
import { can, type PersonActor, type RegularKind } from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { BulletinBook, BulletinRegions } from './bulletin-book';
import { PublishingPlaces } from './publishing-place';

export interface NoteCommand {
  readonly actor: PersonActor;
  readonly bulletinId: string;
  /** Looked at last, for 422 comes last. */
  readonly note: () => { readonly text: string };
  readonly idempotencyKey: string | undefined;
}

export interface ScheduleOrder {
  readonly regionCode: string;
  readonly kinds: readonly RegularKind[];
}

/** What can still be said of a published bulletin, and which appear by themselves. */
@Injectable()
export class ManageBulletins {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: BulletinBook,
    private readonly regions: BulletinRegions,
    private readonly places: PublishingPlaces,
    private readonly ids: IdGenerator,
  ) {}

  /** 更正说明 stands beside what was published, which stays what it is. */
  async annotate({ actor, bulletinId, note, idempotencyKey }: NoteCommand): Promise<StoredAnswer> {
    const reads = can(actor.roles, 'bulletin.read');
    if (!reads || (await this.book.find(actor, bulletinId)) === null) unknownBulletin();
    if (!can(actor.roles, 'bulletin.publish')) refuse('permission.denied', '更正说明由调度办作出');
    const { text } = note();
    const claim = claimOf(this.ids, actor.id, idempotencyKey, { bulletinId, text });
    return this.work.run((tx) =>
      answerOnce(tx, claim, async () => {
        const id = this.ids.next();
        await tx.bulletins.addNote({ id, bulletinId, text, madeById: actor.id, madeAt: tx.now });
        return { id };
      }),
    );
  }

  async schedule(actor: PersonActor, regionCode: string): Promise<ScheduleOrder> {
    await this.places.of(actor, regionCode);
    return { regionCode, kinds: await this.regions.kindsOf(regionCode) };
  }

  async setSchedule(actor: PersonActor, { regionCode, kinds }: ScheduleOrder): Promise<ScheduleOrder> {
    await this.places.of(actor, regionCode);
    await this.work.run((tx) =>
      tx.bulletins.setSchedule({ regionCode, kinds, madeById: actor.id, madeAt: tx.now }),
    );
    return this.schedule(actor, regionCode);
  }
}

export const unknownBulletin = (): never => refuse('bulletin.not_found', '没有找到该通报，或您无权查看');
