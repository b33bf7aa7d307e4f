import {
  businessDayOf,
  TIER_LABEL,
  type BulletinContent,
  type BulletinEscalation,
  type BulletinTicket,
  type RedTicket,
  type SuspendedTicket,
} from '@zhuqi/domain';
import { type Block, type Column, note, paragraph, section } from '../official/block';
import { shortDay } from './words';

/** Rows of a list on paper; the whole list is in the data. */
const LONGEST = 100;

interface TicketList<T extends BulletinTicket> {
  readonly title: string;
  /** What is said when nothing is listed. */
  readonly none: string;
  readonly said: (count: number) => string;
  readonly columns: readonly Column[];
  readonly row: (ticket: T, year: string) => readonly string[];
}

const NUMBER = { head: '编号', share: 3.4 } as const;
const TITLE = { head: '诉求', share: 3.7, align: 'left' } as const;
const UNIT = { head: '承办单位', share: 2 } as const;

/** A long title is a table of its own; what identifies the ticket is its number. */
const TITLE_CHARACTERS = 40;

function subject({ title, enterprise }: BulletinTicket): string {
  const characters = [...title];
  const short =
    characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS).join('')}…` : title;
  return enterprise === null ? short : `${short}（${enterprise}）`;
}

const unitOf = ({ unit }: BulletinTicket): string => unit ?? '待分派';

const RED: TicketList<RedTicket> = {
  title: '红灯清单',
  none: '截至本通报时没有超期未办的诉求。',
  said: (count) => `截至本通报时，超期未办的诉求共${count}件，请承办单位逐件明确责任人和办结时限。`,
  columns: [
    ...[NUMBER, TITLE, UNIT, { head: '承办层级', share: 1.6 }],
    ...[
      { head: '应办结日', share: 1.3 },
      { head: '超期（工作日）', share: 1.5 },
    ],
  ],
  row: (ticket, year) => [
    ...[ticket.number, subject(ticket), unitOf(ticket)],
    ...[ticket.tier === null ? '—' : TIER_LABEL[ticket.tier], shortDay(ticket.dueOn, year)],
    String(ticket.overdueWorkingDays),
  ],
};

const ESCALATED: TicketList<BulletinEscalation> = {
  title: '提级情况',
  none: '本期没有提级的诉求。',
  said: (count) => `本期提级${count}件次。`,
  columns: [
    NUMBER,
    TITLE,
    { head: '提级', share: 2.8 },
    { head: '原因', share: 2.2 },
    { head: '日期', share: 1.2 },
  ],
  row: (ticket, year) => [
    ...[ticket.number, subject(ticket), `${TIER_LABEL[ticket.fromTier]}→${TIER_LABEL[ticket.toTier]}`],
    ...[ticket.causeLabel, shortDay(businessDayOf(ticket.at), year)],
  ],
};

const SUSPENDED: TicketList<SuspendedTicket> = {
  title: '挂起情况',
  none: '截至本通报时没有挂起的诉求。',
  said: (count) => `截至本通报时，经批准挂起的诉求共${count}件，请承办单位按复核日重新研究。`,
  columns: [
    ...[
      NUMBER,
      TITLE,
      UNIT,
      { head: '挂起日\n复核日', share: 1.4 },
      { head: '已挂起（工作日）', share: 1.4 },
    ],
    ...[{ ...TITLE, head: '事由', share: 2.9 }],
  ],
  row: (ticket, year) => [
    ...[ticket.number, subject(ticket), unitOf(ticket)],
    `${shortDay(businessDayOf(ticket.since), year)}\n${ticket.reviewOn === null ? '—' : shortDay(ticket.reviewOn, year)}`,
    ...[String(ticket.ageWorkingDays), ticket.reason ?? '—'],
  ],
};

function listed<T extends BulletinTicket>(list: TicketList<T>, tickets: readonly T[], year: string): Block[] {
  if (tickets.length === 0) return [section(list.title), paragraph(list.none)];
  const shown = tickets.slice(0, LONGEST);
  const rest = tickets.length - shown.length;
  return [
    section(list.title),
    paragraph(list.said(tickets.length)),
    {
      ...{ kind: 'table', caption: list.title, columns: list.columns },
      rows: shown.map((ticket) => list.row(ticket, year)),
    },
    ...(rest === 0 ? [] : [note(`注：另有${rest}件未列印，见系统中本通报的数据。`)]),
  ];
}

/** The tickets a bulletin names: past their promise, moved up, standing still. */
export function ticketLists({ red, escalations, suspended, asOf }: BulletinContent): Block[] {
  const year = businessDayOf(asOf).slice(0, 4);
  return [
    ...listed(RED, red, year),
    ...listed(ESCALATED, escalations, year),
    ...listed(SUSPENDED, suspended, year),
  ];
}
