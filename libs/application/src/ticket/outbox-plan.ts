import { noticeRule, type Change } from '@zhuqi/domain';
import type { IdGenerator } from '../ports/id-generator';
import type { OutboxMessage } from '../ports/transaction';

/** Which events of a change set work going: routing for what nobody holds yet, a notice for what someone must hear. */
export function planOutbox(change: Change, ids: IdGenerator): OutboxMessage[] {
  const first = change.ticket.version - change.events.length + 1;
  const waits = change.ticket.status === 'submitted' && change.ticket.triageReason === null;
  return change.events.flatMap((event, index): OutboxMessage[] => {
    const seq = first + index;
    const messages: OutboxMessage[] = [];
    if (waits && ROUTED_AFTER.includes(event.type))
      messages.push({ id: ids.next(), seq, job: 'ticket.route' });
    if (noticeRule(event) !== null) messages.push({ id: ids.next(), seq, job: 'notice.deliver' });
    return messages;
  });
}

const ROUTED_AFTER: readonly string[] = ['submitted', 'infoSupplied', 'infoLapsed', 'unmerged'];
