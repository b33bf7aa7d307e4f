import type { BookFault, RowFault } from '@zhuqi/domain';

/** The first place at which a ticket's event log is not what was written. */
export interface LogFault {
  readonly ticketId: string;
  /** Null when the ticket's own row is gone. */
  readonly number: string | null;
  /** The event at which it shows; null when the ticket's row is at fault. */
  readonly seq: number | null;
  readonly kind: LogFaultKind;
  /** Of `standing`: the field, what the row says, and what the events say. */
  readonly differs?: RowFault;
}

export const LOG_FAULTS = {
  missing: '前面缺少事件',
  edited: '事件内容与其哈希不符（被改动或调换了顺序）',
  texts: '事件所附文字与其摘要不符',
  head: '诉求记录的链头与最后一个事件不符',
  version: '诉求记录的版本与最后一个事件的序号不符（末尾的事件被删除或添加）',
  orphaned: '事件所属的诉求不存在',
  silent: '诉求没有任何事件',
  standing: '诉求记录与事件不符',
} as const satisfies Record<string, string>;
export type LogFaultKind = keyof typeof LOG_FAULTS;

/** The first place at which a ticket's postings are not what its events come to. */
export interface TicketBookFault extends BookFault {
  readonly ticketId: string;
  /** Null when the ticket's own row is gone. */
  readonly number: string | null;
}

/** What has been recounted of the book of figures, and what was wrong with it. */
export interface BookAudit {
  readonly postings: number;
  /** Tickets from before events carried every fact: of them only part can be recounted. */
  readonly partly: number;
  readonly faulty: number;
  readonly faults: readonly TicketBookFault[];
}

export interface LogAudit {
  readonly tickets: number;
  readonly events: number;
  /** Tickets with a fault; of each only its first fault is kept. */
  readonly faulty: number;
  /** In the order of the ticket ids, not more than the caller asked for. */
  readonly faults: readonly LogFault[];
  /** Every figure is a sum of postings: where all of these are right, every figure is. */
  readonly book: BookAudit;
}

/** Recomputes every ticket's hash chain from the stored text and its postings from its events, in one snapshot. */
export abstract class EventLogAudit {
  abstract inspect(mostFaults: number): Promise<LogAudit>;
}
