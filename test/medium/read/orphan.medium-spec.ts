import { OrphanSearch, type OrphanKind } from '@zhuqi/application';
import { Parameters } from '../../../libs/persistence/src/access/scope-sql';
import { ORPHAN_SEARCHES } from '../../../libs/persistence/src/orphan/orphan.sql';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, insertTicket, settleTwoDistricts } from './two-districts';

const BEFORE = '2023-10-11T01:00:00Z';

describe('what is with nobody', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await room.insert('unit', {
      ...{ id: idOf('force'), region_code: '220105', kind: 'task_force', name: '排水专班' },
    });
    await room.insert('task_force', {
      ...{ unit_id: idOf('force'), lead_id: idOf('township'), purpose: '统筹', created_at: BEFORE },
      created_by_id: idOf('office'),
    });
  });

  afterAll(() => room.close());

  const found = async (kind: OrphanKind): Promise<string[]> => {
    const { orphans } = await room.port(OrphanSearch).find(actor('office'), [kind], 100);
    return orphans.map(({ id }) => id);
  };

  async function gone<T>(name: string, look: () => Promise<T>): Promise<T> {
    await room.database.rows('update person set active = false where id = $1', [idOf(name)]);
    try {
      return await look();
    } finally {
      await room.database.rows('update person set active = true where id = $1', [idOf(name)]);
    }
  }

  async function covered<T>(name: string, by: string, look: () => Promise<T>): Promise<T> {
    await room.insert('substitution', {
      ...{ id: idOf('away'), region_code: '220105', person_id: idOf(name), substitute_id: idOf(by) },
      ...{ valid: '[2023-10-01,2023-11-01)', reason: '休假', made_by_id: idOf('office'), made_at: BEFORE },
    });
    try {
      return await look();
    } finally {
      await room.database.rows('delete from substitution');
    }
  }

  async function dissolved<T>(look: () => Promise<T>): Promise<T> {
    const set = 'update task_force set dissolved_at = $1, dissolved_by_id = $2';
    await room.database.rows(set, [BEFORE, idOf('office')]);
    try {
      return await look();
    } finally {
      await room.database.rows(set, [null, null]);
    }
  }

  it('is a task force whose lead has left, unless somebody takes the place', async () => {
    const look = () => found('lead_gone');
    expect(await look()).toEqual([]);
    expect(await gone('township', look)).toEqual([idOf('force')]);
    expect(await gone('township', () => covered('township', 'department', look))).toEqual([]);
  });

  describe('of what a conference has decided', () => {
    const charged = async (key: string, assignee: object, columns: object = {}): Promise<string> => {
      const ticket_id = await insertTicket(room, { key, enterprise: 'hongda', columns: { ...columns } });
      await room.insert('ticket_conference', {
        ...{ ticket_id, ordinal: 1, state: 'concluded', round: 1, subject: '会商', held_at: BEFORE },
        ...{ unit_ids: [], person_ids: [], guests: [], convened_at: BEFORE, convened_as: 'office' },
        ...{ ended_at: BEFORE, minutes: '纪要', decision: '决定' },
      });
      for (const ordinal of [1, 2]) {
        await room.insert('ticket_follow_up', {
          ...{ ticket_id, ordinal, conference: 1, what: '迁改', due_on: '2023-10-30', due_at: BEFORE },
          ...{ reminded: false, ...assignee },
        });
      }
      return ticket_id;
    };
    const look = () => found('follow_up_unassigned');

    it('is what a person has to do who has left, also after the ticket has ended', async () => {
      const id = await charged('persons', { person_id: idOf('officer') }, { status: 'closed' });
      expect(await look()).toEqual([]);
      expect(await gone('officer', look)).toEqual([id]);
      expect(await gone('officer', () => covered('officer', 'office', look))).toEqual([]);
    });

    it('is what a unit has to do without a handler, or a task force that is no more', async () => {
      const [unit, force] = [
        await charged('units', { unit_id: idOf('miit') }),
        await charged('forces', { unit_id: idOf('force') }),
      ];
      expect(await look()).toEqual([]);
      expect(await gone('department', look)).toEqual([unit]);
      expect(await dissolved(look)).toEqual([force]);
      await room.database.rows(`update ticket_follow_up set done_at = $1, result = '已落实'`, [BEFORE]);
      expect(await dissolved(look)).toEqual([]);
    });
  });

  describe('of what a unit holds', () => {
    const look = () => found('unit_unstaffed');

    it('is what nobody acts for, and a complaint about the only one who does', async () => {
      const status = { status: 'in_progress' };
      const held = await insertTicket(room, {
        ...{ key: 'held', enterprise: 'hongda', holder: 'miit', columns: status },
      });
      const columns = { ...status, about_person_id: idOf('department') };
      const complaint = await insertTicket(room, {
        ...{ key: 'complaint', enterprise: 'hongda', holder: 'miit', columns },
      });
      expect(await look()).toEqual([complaint]);
      expect((await gone('department', look)).sort()).toEqual([complaint, held].sort());
    });

    it('is found without reading every ticket', async () => {
      await room.database.rows(
        `
        insert into ticket select many.* from ticket t cross join generate_series(1, 4000) n
        cross join lateral jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
          'number', 'ZQ-many-' || n, 'status', case when n % 20 = 0 then 'in_progress' else 'closed' end,
          'holder_unit_id', (array[$1::uuid, $2, $3])[1 + n % 3], 'about_person_id', null)) many
        where t.id = $4`,
        [idOf('office'), idOf('dongsheng'), idOf('miit'), idOf('held')],
      );
      await room.database.rows('analyze ticket');
      const search = ORPHAN_SEARCHES.unit_unstaffed({ ticket: () => 'true', region: () => 'true' });
      const plan = await room.database.rows<{ 'QUERY PLAN': string }>(
        `explain ${search}`,
        new Parameters().values,
      );
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).toContain('ticket_held_by_unit');
      expect(text).not.toContain('Seq Scan on ticket ');
    });
  });
});
