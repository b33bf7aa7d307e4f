import { Client } from 'pg';
import { PASS_PROJECTS } from '../../../libs/persistence/src/handover/handover.sql';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { settleTwoDistricts } from './two-districts';

const [OLD, HEIR, OTHER, OFFICE] = [idOf('officer'), idOf('officer2'), idOf('leaderB'), idOf('office')];
const REASON = '岗位调整';

describe('a handover of projects while another changes them', () => {
  let room: ReadingRoom;
  let [other, handing]: Client[] = [];

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    [other, handing] = [new Client(room.url), new Client(room.url)];
    await Promise.all([other.connect(), handing.connect()]);
    const kept = { ...{ version: 1, region_code: '220105', sector: 'industrial', investment_wan: 6_000 } };
    for (const key of ['renamed', 'given-away', 'half']) {
      await room.insert('project', {
        ...{ ...kept, id: idOf(key), name: key, enterprise_id: idOf('hongda'), funding: 'private' },
        ...{ state: 'building', leader_id: key === 'half' ? OLD : null, secretary_id: OLD },
      });
    }
  });

  afterAll(async () => {
    await Promise.all([other?.end(), handing?.end()]);
    await room.close();
  });

  it('waits for the change, then passes on what still is theirs, and its trail says just that', async () => {
    const change = async (key: string, set: string): Promise<unknown> =>
      other?.query(`update project set version = version + 1, ${set} where id = '${idOf(key)}'`);
    await other?.query('begin');
    await change('renamed', `name = 'renamed at once'`);
    await change('given-away', `secretary_id = '${OTHER}'`);
    await change('half', `secretary_id = '${OTHER}'`);
    const passed = handing?.query({ ...PASS_PROJECTS, values: [OLD, HEIR, OFFICE, REASON] });
    await handingWaits();
    await other?.query('commit');
    await passed;
    const rows = await room.database.rows(
      `select j.name, j.version, j.leader_id, j.secretary_id, c.changed from project j
       left join project_change c on c.project_id = j.id and c.version = j.version order by j.name`,
    );
    expect(rows).toEqual([
      { name: 'given-away', version: 2, leader_id: null, secretary_id: OTHER, changed: null },
      { name: 'half', version: 3, leader_id: HEIR, secretary_id: OTHER, changed: { leaderId: [OLD, HEIR] } },
      {
        ...{ name: 'renamed at once', version: 3, leader_id: null, secretary_id: HEIR },
        changed: { secretaryId: [OLD, HEIR] },
      },
    ]);
  });

  /** Nothing tells of a wait but the server's own view of it. */
  async function handingWaits(): Promise<void> {
    for (;;) {
      const [row] = await room.database.rows<{ waits: boolean }>(
        `select exists (select from pg_stat_activity where datname = current_database()
           and wait_event_type = 'Lock') as waits`,
      );
      if (row?.waits === true) return;
    }
  }
});
