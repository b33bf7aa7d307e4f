import type { RealClock } from '@zhuqi/application';
import { createDataSource } from '@zhuqi/persistence';
import { ReferenceDatabase } from '../../../libs/persistence/src/database/reference-database';
import { PgDirectory } from '../../../libs/persistence/src/responsibility/pg-directory';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { settleTwoDistricts } from './two-districts';

const stopped: RealClock = { now: () => 0 };

describe('the offices of a region', () => {
  let room: ReadingRoom;
  let own: ReferenceDatabase;
  let directory: PgDirectory;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    own = new ReferenceDatabase({ url: room.url }, createDataSource({ url: room.url }));
    directory = new PgDirectory(own, stopped);
  });

  afterAll(async () => {
    await own.onApplicationShutdown();
    await room.close();
  });

  it('are its own and the city’s above it', async () => {
    for (const [region, office] of [
      ['220105', 'office'],
      ['220106', 'office2'],
    ] as const) {
      expect(await directory.officeOf(region)).toMatchObject({ id: idOf(office) });
      const city = {
        id: idOf('city'),
        name: '市办',
        kind: 'city_office',
        regionCode: '220100',
        dissolved: false,
      };
      expect(await directory.cityOfficeOf(region)).toEqual(city);
    }
  });

  it('act for a task force through its lead as long as it stands', async () => {
    const at = '2023-10-11T01:00:00Z';
    for (const [key, dissolved] of [
      ['standing', null],
      ['dissolved', at],
    ] as const) {
      await room.insert('unit', { id: idOf(key), region_code: '220105', kind: 'task_force', name: key });
      await room.insert('task_force', {
        ...{ unit_id: idOf(key), lead_id: idOf('township'), purpose: '统筹', created_at: at },
        ...{ created_by_id: idOf('office'), dissolved_at: dissolved },
        dissolved_by_id: dissolved === null ? null : idOf('office'),
      });
    }
    expect(await directory.handlersOf(idOf('standing'))).toMatchObject([{ id: idOf('township') }]);
    expect(await directory.handlersOf(idOf('dissolved'))).toEqual([]);
  });

  it('end at the city: nothing is above it', async () => {
    expect(await directory.cityOfficeOf('220100')).toBeNull();
    expect(await directory.cityOfficeOf('999999')).toBeNull();
  });
});
