import { Injectable } from '@nestjs/common';
import { NoticeInbox, type NoticeView, type Page, type PageRequest } from '@zhuqi/application';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { NoticeRow } from './notice.row';

interface InboxLine {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly ticket_id: string;
  readonly number: string;
  readonly title: string;
  readonly position: string;
}

const COLUMNS = `n.id, n.kind, n.text, n.at, n.read_at, t.id as ticket_id, t.number, t.title,
  ${momentText('n.at')} as position`;

/** One row per person told; the inbox is one of the channels they are told through. */
@Injectable()
export class SqlNoticeInbox extends NoticeInbox {
  constructor(private readonly database: Database) {
    super();
  }

  async page(recipientId: string, unreadOnly: boolean, page: PageRequest): Promise<Page<NoticeView>> {
    const parameters = new Parameters();
    const conditions = [
      `n.recipient_id = ${parameters.add(recipientId)}::uuid and n.channel = 'inbox'`,
      ...(unreadOnly ? ['n.read_at is null'] : []),
    ];
    const listing = {
      columns: COLUMNS,
      source: 'notice n join ticket t on t.id = n.ticket_id',
      conditions,
      shape: { order: 'notice', values: ['moment', 'uuid'] },
      order: ['n.at', 'n.id'],
      direction: 'desc',
      item: noticeView,
      key: (row: InboxLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async markRead(recipientId: string, noticeId: string): Promise<boolean> {
    const mine = { id: noticeId, recipientId, channel: 'inbox' };
    const firstReading = { readAt: () => 'coalesce(read_at, business_now())' };
    const { affected } = await this.database.repository(NoticeRow).update(mine, firstReading);
    return affected === 1;
  }
}

const noticeView = (row: InboxLine): NoticeView => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  at: row.at.getTime(),
  readAt: row.read_at?.getTime() ?? null,
  ticket: { id: row.ticket_id, number: row.number, title: row.title },
});
