import { NoticeInbox, ReadNotice } from '@zhuqi/application';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, insertTicket, settleTwoDistricts } from './two-districts';

const MINE = 7;

describe('the notices', () => {
  let room: ReadingRoom;
  let inbox: NoticeInbox;
  let read: ReadNotice;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    inbox = room.port(NoticeInbox);
    read = new ReadNotice(inbox);
    await insertTicket(room, { key: 'ticket', enterprise: 'hongda' });
    const tell = (seq: number, recipient: string, channel = 'inbox') =>
      room.insert('notice', {
        id: idOf(`${recipient} ${seq} ${channel}`),
        ticket_id: idOf('ticket'),
        seq,
        channel,
        recipient_id: idOf(recipient),
        kind: 'urged',
        text: `第 ${seq} 条`,
        at: `2023-10-19T01:00:0${seq >> 1}Z`,
      });
    for (let seq = 1; seq <= MINE; seq += 1) await tell(seq, 'officer');
    await tell(1, 'officer', 'wecom');
    await tell(1, 'leader');
  });

  afterAll(() => room.close());

  const all = async (unread = false) =>
    (await allPages((page) => inbox.page(actor('officer').id, unread, page), 2)).items;
  const firstId = idOf('officer 1 inbox');

  it('are one’s own, each once, the latest first', async () => {
    const notices = await all();
    expect(notices.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: MINE }, (_, index) => idOf(`officer ${index + 1} inbox`)).sort(),
    );
    const moments = notices.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    expect(notices[0]?.ticket).toEqual({ id: idOf('ticket'), number: 'ZQ-ticket', title: '厂区供电' });
  });

  it('leave the unread ones when they are read, and keep the first reading', async () => {
    await read.execute(actor('officer').id, firstId);
    const once = (await all()).find(({ id }) => id === firstId)?.readAt;
    await read.execute(actor('officer').id, firstId);
    expect((await all()).find(({ id }) => id === firstId)?.readAt).toBe(once);
    expect(once).not.toBeNull();
    const unread = await all(true);
    expect(unread).toHaveLength(MINE - 1);
    expect(unread.map(({ id }) => id)).not.toContain(firstId);
  });

  it.each([idOf('leader 1 inbox'), idOf('no notice')])('of another person do not exist', async (id) => {
    const reading = read.execute(actor('officer').id, id);
    await expect(reading).rejects.toMatchObject({ refusal: { code: 'resource.not_found' } });
  });
});
