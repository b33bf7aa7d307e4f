import { TicketList, type PageKey } from '@zhuqi/application';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor } from './two-districts';

describe('the place a page is continued from', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
  });

  afterAll(() => room.close());

  const after = (place: PageKey) =>
    room
      .port(TicketList)
      .page(actor('office'), { filter: {}, sort: 'due', limit: 1, total: false, after: place });

  it.each<PageKey>([
    { order: '-submittedAt', values: ['1697762400000000', idOf('1')] },
    { order: 'due', values: [idOf('1')] },
    { order: 'due', values: ['2023-10-20', idOf('1')] },
    { order: 'due', values: ['0', "'; drop table ticket"] },
    { order: 'due', values: ['0', idOf('1'), idOf('2')] },
  ])('is refused when no page of this order can have ended at it: %j', async (place) => {
    await expect(after(place)).rejects.toMatchObject({ refusal: { code: 'cursor.invalid' } });
  });

  it.each<PageKey>([
    { order: 'due', values: ['Infinity', idOf('1')] },
    { order: 'due', values: ['-9999999999999999', idOf('1')] },
    { order: 'due', values: ['9999999999999999', idOf('1')] },
  ])('is read by PostgreSQL whenever it is let through: %j', async (place) => {
    expect((await after(place)).items).toEqual([]);
  });
});
