import type { Page, PageRequest } from '../ports/page';

/** Something a person was told about a ticket. */
export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly at: number;
  readonly readAt: number | null;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string };
}

/** What one person was told, newest first. */
export abstract class NoticeInbox {
  abstract page(recipientId: string, unreadOnly: boolean, page: PageRequest): Promise<Page<NoticeView>>;

  /** Marks a notice read at its first reading; false when this person has no such notice. */
  abstract markRead(recipientId: string, noticeId: string): Promise<boolean>;
}
