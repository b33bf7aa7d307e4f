import type { ConferenceItem } from '@zhuqi/application';
import { CONFERENCE_STATE_LABEL } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView, ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 会商确定而待落实的一项后续事项 */
export class OpenFollowUpView {
  ordinal: number;
  what: string;
  unit: ReferenceView | null;
  person: ReferenceView | null;
  dueOn: string;
  overdue: boolean;
}

/** 一次会商与它所议的诉求 */
export class ConferenceItemView {
  ticket: TicketSummaryView;
  ordinal: number;
  /** planned | concluded */
  state: string;
  stateLabel: string;
  subject: string;
  heldAt: string;
  place: string | null;
  convenedBy: ReferenceView | null;
  endedAt: string | null;
  decision: string | null;
  /** 待落实的后续事项，期限近的在前 */
  followUps: OpenFollowUpView[];
}

/** 一页会商 */
export class ConferencePageView {
  items: ConferenceItemView[];
  nextCursor: string | null;
  total?: number;
}

export const conferenceItemView = (item: ConferenceItem): ConferenceItemView => ({
  ticket: ticketSummaryView(item.ticket),
  ordinal: item.ordinal,
  state: item.state,
  stateLabel: CONFERENCE_STATE_LABEL[item.state],
  subject: item.subject,
  heldAt: isoOf(item.heldAt),
  place: item.place,
  convenedBy: item.convenedBy,
  endedAt: item.endedAt === null ? null : isoOf(item.endedAt),
  decision: item.decision,
  followUps: item.followUps.map((each) => ({ ...each })),
});
