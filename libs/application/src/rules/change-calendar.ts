import { Injectable } from '@nestjs/common';
import {
  amendCalendar,
  calendarOfDistrict,
  workingCalendar,
  type CalendarAmendment,
  type DistrictCalendar,
  type PersonActor,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import type { CalendarEdition } from '../ports/rule-desk';
import { refuse, valueOf } from '../refused';
import { claimOf } from '../ticket/answer-once';
import { applyOnce, type RulesOrder } from './apply-once';
import { ruledRegion } from './ruled-region';
import { TryRules, type TriedEffects } from './try-rules';

export interface CalendarChange {
  readonly regionCode: string;
  readonly amendment: CalendarAmendment;
  /** The version the person has seen; a change on top of another one is not what was tried. */
  readonly basedOn?: number;
  readonly reason: string;
}

export interface CalendarChanged extends TriedEffects {
  /** The version it is, or would be. */
  readonly version: number;
}

/** Changes a district's calendar: first what it would do, then, with a reason, that it is done. */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trial: TryRules,
    private readonly ids: IdGenerator,
  ) {}

  /** What the change would do; nothing is kept. */
  async preview(actor: PersonActor, change: Omit<CalendarChange, 'reason'>): Promise<CalendarChanged> {
    ruledRegion(actor, change.regionCode);
    const { edition, amended } = await this.work.run((tx) => this.amended(tx, change));
    return { version: edition.version + 1, ...(await this.effects(change.regionCode, amended)) };
  }

  /**
   * A new version of the calendar. Its tickets follow one by one within seconds, each in its own transaction; whatever
   * anybody does with one of them meanwhile brings it under the new version first.
   */
  apply({
    actor,
    change,
    idempotencyKey,
    present,
  }: RulesOrder<CalendarChange, CalendarChanged>): Promise<StoredAnswer> {
    const { regionCode, amendment, reason } = change;
    return applyOnce(this.work, this.preview(actor, change), {
      claim: claimOf(this.ids, actor.id, idempotencyKey, change),
      present,
      write: async (tx, { version, totals: effects }) => {
        const { amended: district } = await this.amended(tx, { ...change, basedOn: version - 1 });
        await tx.rules.writeCalendar({
          ...{ regionCode, version, district, amendment, reason, effects },
          ...{ madeById: actor.id, madeAt: tx.now },
        });
      },
    });
  }

  private async amended(
    tx: Transaction,
    { regionCode, amendment, basedOn }: Omit<CalendarChange, 'reason'>,
  ): Promise<{ edition: CalendarEdition; amended: DistrictCalendar }> {
    const edition = await tx.rules.lockCalendar(regionCode);
    if (edition === null) return refuse('calendar.unknown', '没有该地区的工作日历');
    if (basedOn !== undefined && basedOn !== edition.version) {
      refuse('calendar.changed', `工作日历已更新到第 ${String(edition.version)} 版，请重新试算`, '/basedOn');
    }
    return { edition, amended: valueOf(amendCalendar(edition.district, amendment)) };
  }

  private effects(regionCode: string, district: DistrictCalendar): Promise<TriedEffects> {
    const calendar = workingCalendar(calendarOfDistrict(district));
    return this.trial.execute({ regionCode, calendar });
  }
}
