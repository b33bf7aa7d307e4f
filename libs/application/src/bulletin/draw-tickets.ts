import { Injectable } from '@nestjs/common';
import {
  ESCALATION_CAUSE_LABEL,
  publishedTicket,
  DECLARED_FIGURES,
  SIGNALS,
  workingDaysSince,
  type BulletinContent,
  type BulletinPeriod,
  type BulletinSignal,
  type Instant,
  type PersonActor,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { BulletinLists, type RedLine, type SuspendedLine } from './bulletin-lists';

export interface TicketsOrder extends BulletinPeriod {
  readonly asOf: Instant;
  readonly calendar: WorkingCalendar;
}

/** The lists of a bulletin, fit to be read by everybody in the region. */
@Injectable()
export class DrawTickets {
  constructor(private readonly lists: BulletinLists) {}

  async draw(
    reader: PersonActor,
    order: TicketsOrder,
  ): Promise<Pick<BulletinContent, 'red' | 'escalations' | 'suspended' | 'signals'>> {
    const { from, to, asOf, calendar } = order;
    const red = await this.lists.red(reader, asOf);
    const escalations = await this.lists.escalations(reader, { from, to }, asOf);
    const suspended = await this.lists.suspended(reader, asOf);
    return {
      red: red.map((line) => redTicket(line, calendar)).map(publishedTicket),
      escalations: escalations
        .map((line) => ({ ...line, causeLabel: ESCALATION_CAUSE_LABEL[line.cause] }))
        .map(publishedTicket),
      suspended: suspended.map((line) => suspendedTicket(line, asOf, calendar)).map(publishedTicket),
      signals: await this.signals(reader, order),
    };
  }

  private async signals(reader: PersonActor, { from, to, asOf }: TicketsOrder): Promise<BulletinSignal[]> {
    const signals: BulletinSignal[] = [];
    for (const measure of SIGNALS) {
      const { label } = DECLARED_FIGURES[measure];
      const tickets = await this.lists.counted(reader, measure, { from, to, asOf });
      signals.push({ measure, label, count: tickets.length, tickets: tickets.map(publishedTicket) });
    }
    return signals;
  }
}

const redTicket = ({ dueAt, standsAt, ...ticket }: RedLine, calendar: WorkingCalendar) => ({
  ...ticket,
  dueOn: calendar.dayOf(dueAt),
  overdueWorkingDays: workingDaysSince(calendar, dueAt, standsAt),
});

const suspendedTicket = (
  { since, reason, reviewOn, ...ticket }: SuspendedLine,
  asOf: Instant,
  calendar: WorkingCalendar,
) => ({
  ...ticket,
  since,
  ageWorkingDays: workingDaysSince(calendar, since, asOf),
  reviewOn,
  // A reason may say what the ticket is about.
  reason: ticket.confidential ? null : reason,
});
