import { ApiProperty } from '@nestjs/swagger';
import type { Basis, Differences, DifferingTicket } from '@zhuqi/application';
import { differenceText, type EventType, type Measure, type Population } from '@zhuqi/domain';
import { encodeCursor, isoOf } from '../edge';
import { ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 一个数字，通报时与现在 */
export class MovedFigureView {
  @ApiProperty({ type: String })
  measure: Measure;
  label: string;
  /** 通报所载 */
  then: number;
  now: number;
  /** 等于 entered − left + complaints */
  change: number;
  /** 通报后计入的件数，不含反映工作人员的诉求 */
  entered: number;
  /** 通报后不再计入的件数，不含反映工作人员的诉求 */
  left: number;
  /** 反映工作人员的诉求带来的变化，只计总数、不列清单 */
  complaints: number;
}

/** 使数字变化的一件事 */
export class DifferenceCauseView {
  at: string;
  @ApiProperty({ type: String })
  type: EventType;
  unit: string | null;
  change: number;
  text: string;
}

/** 使数字变化的一件诉求 */
export class DifferingTicketView {
  ticket: TicketSummaryView;
  countedThen: boolean;
  countedNow: boolean;
  because: DifferenceCauseView[];
}

/** 使一个数字变化的诉求 */
export class DifferingTicketsView {
  @ApiProperty({ type: String })
  measure: Measure;
  items: DifferingTicketView[];
  nextCursor: string | null;
  /** 您可见的件数 */
  total: number;
  /** 不在您的查看范围的件数 */
  elsewhere: number;
  /** 有不可见的诉求时：另有 n 件不在您的查看范围 */
  elsewhereText: string | null;
}

/** 通报的数字，当时与现在 */
export class DifferencesView {
  bulletinId: string;
  @ApiProperty({ type: String })
  population: Population;
  /** cohort 累计 | flow 本期 */
  @ApiProperty({ type: String })
  basis: Basis;
  then: string;
  now: string;
  figures: MovedFigureView[];
  tickets: DifferingTicketsView | null;
}

export function differencesView({ then, now, figures, tickets, ...rest }: Differences): DifferencesView {
  return {
    ...rest,
    ...{ then: isoOf(then), now: isoOf(now), figures: [...figures] },
    tickets:
      tickets === null
        ? null
        : {
            measure: tickets.measure,
            items: tickets.items.map((item) => differingTicketView(item, tickets.measure)),
            nextCursor: tickets.next === null ? null : encodeCursor(tickets.next),
            total: tickets.total ?? 0,
            elsewhere: tickets.elsewhere,
            elsewhereText:
              tickets.elsewhere === 0 ? null : `另有 ${String(tickets.elsewhere)} 件不在您的查看范围`,
          },
  };
}

const differingTicketView = (
  { ticket, counted, because }: DifferingTicket,
  measure: Measure,
): DifferingTicketView => ({
  ticket: ticketSummaryView(ticket),
  countedThen: counted.then,
  countedNow: counted.now,
  because: because.map((event) => ({
    ...event,
    at: isoOf(event.at),
    text: differenceText({ ...event, measure }),
  })),
});
