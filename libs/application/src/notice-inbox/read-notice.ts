import { Injectable } from '@nestjs/common';
import { Refused } from '../refused';
import { NoticeInbox } from './notice-inbox';

/** A person has read what they were told. Reading twice changes nothing; another person's notice is not found. */
@Injectable()
export class ReadNotice {
  constructor(private readonly inbox: NoticeInbox) {}

  async execute(recipientId: string, noticeId: string): Promise<void> {
    const found = await this.inbox.markRead(recipientId, noticeId);
    if (!found) throw new Refused({ code: 'resource.not_found', detail: '没有这条通知' });
  }
}
