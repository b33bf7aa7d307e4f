import { Refused, type CheckClocks, type DeliverNotice, type RouteTicket } from '@zhuqi/application';
import type { JobHandlers } from '@zhuqi/messaging';
import { Handlers } from './handlers';

const idle = { execute: () => Promise.resolve() };

function checking(check: (ticketId: string) => void): JobHandlers {
  const checkClocks = { execute: async (ticketId: string) => check(ticketId) };
  return new Handlers(
    idle as unknown as RouteTicket,
    checkClocks as unknown as CheckClocks,
    idle as unknown as DeliverNotice,
  ).table();
}

describe('checking the clocks of several tickets', () => {
  it('goes on after a ticket that fails and reports the first failure at the end', async () => {
    const checked: string[] = [];
    const table = checking((ticketId) => {
      checked.push(ticketId);
      if (ticketId !== 'c') throw new Error(`poison ${ticketId}`);
    });
    await expect(table['clock.check']({ ticketIds: ['a', 'b', 'c'] })).rejects.toThrow('poison a');
    expect(checked).toEqual(['a', 'b', 'c']);
  });

  it('takes a refusal for done', async () => {
    const table = checking(() => {
      throw new Refused({ code: 'ticket.closed', detail: '工单已关闭。' });
    });
    await expect(table['clock.check']({ ticketIds: ['a'] })).resolves.toBe('done');
  });
});
