import type { NoticeView } from '@zhuqi/application';
import { isoOf } from '../edge';

/** 通知所说的诉求 */
export class NoticeTicketView {
  id: string;
  number: string;
  title: string;
}

/** 一条通知 */
export class NoticeItemView {
  id: string;
  kind: string;
  text: string;
  at: string;
  readAt: string | null;
  ticket: NoticeTicketView;
}

/** 一页通知，新的在前 */
export class NoticePageView {
  items: NoticeItemView[];
  nextCursor: string | null;
  total?: number;
}

export const noticeItemView = ({ at, readAt, ...notice }: NoticeView): NoticeItemView => ({
  ...notice,
  at: isoOf(at),
  readAt: readAt === null ? null : isoOf(readAt),
});
