import { BulletinLists } from '@zhuqi/application';
import { districtReader } from '@zhuqi/domain';
import { FIGURE_COLUMN } from '../../../libs/persistence/src/statistics/figure-column.sql';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { insertClock, insertTicket, settleTwoDistricts, type ActorKey } from './two-districts';

const READER = districtReader({ code: '220105', codes: ['220105'] });
const OVERDUE_AT = '2023-10-12T09:00:00Z';
const DRAWN_AT = Date.parse('2023-10-16T00:30:00Z');

const NOTHING = Object.fromEntries(Object.values(FIGURE_COLUMN).map((column) => [column, 0]));

describe('the lists of a bulletin', () => {
  let room: ReadingRoom;
  let lists: BulletinLists;

  /** An overdue ticket in an officer's hands, whose promise has been moved since the bulletin was drawn. */
  async function overdue(key: string, columns: object, pauses: readonly object[] = []): Promise<void> {
    await insertTicket(room, { key, enterprise: 'hongda', person: 'officer', columns: { ...columns } });
    const place = { ticket_id: idOf(key), seq: 1 };
    const hop = { ordinal: 1, tier: 1, round: 1, person_id: idOf('officer') };
    await room.insert('ticket_holding', { ...place, ...hop, from_at: '2023-10-10T01:00:00Z' });
    const due = { due_at: '2023-10-25T09:00:00Z', pauses: JSON.stringify(pauses) };
    await insertClock(room, { ticket: key, columns: due });
    const data = { kind: 'resolve', lamp: 'red', dueAt: Date.parse(OVERDUE_AT) };
    const red = { type: 'lampChanged', actor_kind: 'system', data: JSON.stringify(data), hash: '' };
    await room.insert('ticket_event', { ...place, ...red, at: OVERDUE_AT });
    await room.insert('ledger', {
      ...{ ...place, part: 0, at: OVERDUE_AT, collected_on: '2023-10-10', region_code: '220105' },
      ...{ industry: 'industry', enterprise_id: idOf('hongda'), category: 'permits', tier: 1 },
      ...{ population: 'enterprise', confidential: columns === SECRET, ...NOTHING, collected: 1, overdue: 1 },
    });
  }

  const SECRET = { confidential: true };
  const about = (key: ActorKey): object => ({ about_person_id: idOf(key) });
  const AT = (text: string): number => Date.parse(`${text}+08:00`);

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await overdue('open', {});
    await overdue('secret', SECRET);
    await overdue('complaint', about('leader'));
    const pause = { from: AT('2023-10-13T09:00'), to: AT('2023-10-18T09:00'), reason: 'suspended' };
    await overdue('stood', {}, [pause]);
    lists = room.port(BulletinLists);
  });

  afterAll(() => room.close());

  const red = async () =>
    new Map((await lists.red(READER, DRAWN_AT)).map((line) => [line.number.replace('ZQ-', ''), line]));

  it('name the officer who holds a ticket, but of a confidential one only that an officer does', async () => {
    const [name] = await room.database.rows<{ name: string }>('select name from person where id = $1', [
      idOf('officer'),
    ]);
    const listed = await red();
    expect(listed.get('open')?.unit).toBe(name?.name);
    expect(listed.get('secret')?.unit).toBe('驻企专员');
    const counted = await lists.counted(READER, 'overdue', {
      ...{ from: '2023-10-09', to: '2023-10-15', asOf: DRAWN_AT },
    });
    expect(counted.map(({ number, unit }) => [number, unit])).toContainEqual(['ZQ-secret', '驻企专员']);
  });

  it('have no complaint about staff', async () => {
    expect([...(await red()).keys()].sort()).toEqual(['open', 'secret', 'stood']);
  });

  it('tell by the due time that had passed then, whatever has been granted since', async () => {
    expect((await red()).get('open')).toMatchObject({ dueAt: Date.parse(OVERDUE_AT), standsAt: DRAWN_AT });
  });

  it('count no day after a standstill that had not ended then', async () => {
    expect((await red()).get('stood')?.standsAt).toBe(AT('2023-10-13T09:00'));
  });
});
