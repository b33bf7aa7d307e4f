import type { Instant, NoticeKind } from '@zhuqi/domain';

export interface NoticeToWrite {
  readonly id: string;
  readonly ticketId: string;
  readonly seq: number;
  readonly recipientId: string;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly at: Instant;
}
