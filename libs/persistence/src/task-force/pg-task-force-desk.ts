import type { PoolClient } from 'pg';
import {
  TaskForceDesk,
  type LockedTaskForce,
  type MemberChange,
  type NewTaskForce,
} from '@zhuqi/application';
import { HELD_BY_UNIT, type Instant } from '@zhuqi/domain';
import type { Statement } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';
import { statusIn } from '../ticket-list/open-status.sql';

const FOUND: Statement = {
  name: 'task-force-found',
  text: `
with made as (
  insert into unit (id, region_code, kind, name, position)
  select $1, $2, 'task_force', $3, coalesce(max(position), 0) + 1 from unit where region_code = $2
), led as (
  insert into task_force (unit_id, lead_id, purpose, created_at, created_by_id) values ($1, $4, $5, $6, $7)
)
insert into task_force_member (task_force_id, unit_id, joined_at)
select $1, member, $6 from unnest($8::uuid[]) member`,
};

// Lock first, read afterwards: what was waited for has then been seen.
const LOCK: Statement = {
  name: 'task-force-lock',
  text: 'select 1 from task_force where unit_id = $1 for update',
};

const LOCKED: Statement = {
  name: 'task-force-locked',
  text: `
select u.id, u.name, u.region_code as "regionCode", f.lead_id as "leadId", f.dissolved_at,
  array(select m.unit_id from task_force_member m where m.task_force_id = u.id and m.left_at is null
        order by m.unit_id) as "memberUnitIds"
from unit u join task_force f on f.unit_id = u.id where u.id = $1`,
};

// Whoever dissolves it waits until this transaction ends, or has ended itself by the time this is read.
const IS_DISSOLVED: Statement = {
  name: 'task-force-is-dissolved',
  text: 'select dissolved_at is not null as dissolved from task_force where unit_id = $1 for share',
};

// A merged ticket after the one it goes along with: in that order they are locked by a merge as well.
const CONCERNED: Statement = {
  name: 'task-force-concerned',
  text: `
with concerned as (
  select t.id from ticket t where t.holder_unit_id = $1 and ${statusIn(HELD_BY_UNIT)}
  union select ticket_id from ticket_assist where unit_id = $1 and state = 'asked'
  union select ticket_id from ticket_follow_up where unit_id = $1 and done_at is null
)
select t.id from concerned join ticket t using (id) order by t.merged_into_id is not null, t.id`,
};

const LEFT: Statement = {
  name: 'task-force-left',
  text: `update task_force_member set left_at = greatest(joined_at, $3)
         where task_force_id = $1 and unit_id = any($2::uuid[]) and left_at is null`,
};

const JOINED: Statement = {
  name: 'task-force-joined',
  text: `insert into task_force_member (task_force_id, unit_id, joined_at)
         select $1, member, $3 from unnest($2::uuid[]) member`,
};

const DISSOLVED: Statement = {
  name: 'task-force-dissolved',
  text: 'update task_force set dissolved_at = $2, dissolved_by_id = $3, note = $4 where unit_id = $1',
};

interface LockedRow extends Omit<LockedTaskForce, 'dissolvedAt'> {
  readonly dissolved_at: Date | null;
}

/** The writes on task forces, on the connection of their transaction. */
export class PgTaskForceDesk extends TaskForceDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  async found(force: NewTaskForce, at: Instant): Promise<void> {
    const { id, regionCode, name, leadId, purpose, createdById, memberUnitIds } = force;
    const values = [id, regionCode, name, leadId, purpose, toTimestamp(at), createdById, memberUnitIds];
    await this.client.query({ ...FOUND, values });
  }

  async lock(id: string): Promise<LockedTaskForce | null> {
    await this.client.query({ ...LOCK, values: [id] });
    const [row] = (await this.client.query<LockedRow>({ ...LOCKED, values: [id] })).rows;
    if (row === undefined) return null;
    const { dissolved_at: dissolvedAt, ...force } = row;
    return { ...force, dissolvedAt: dissolvedAt?.getTime() ?? null };
  }

  async dissolved(unitId: string): Promise<boolean> {
    const { rows } = await this.client.query<{ dissolved: boolean }>({ ...IS_DISSOLVED, values: [unitId] });
    return rows[0]?.dissolved === true;
  }

  async concernedTicketIds(id: string): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ id: string }>({ ...CONCERNED, values: [id] });
    return rows.map((row) => row.id);
  }

  async changeLead(id: string, leadId: string): Promise<void> {
    await this.client.query('update task_force set lead_id = $2 where unit_id = $1', [id, leadId]);
  }

  async changeMembers(id: string, { joined, left }: MemberChange, at: Instant): Promise<void> {
    if (left.length > 0) await this.client.query({ ...LEFT, values: [id, left, toTimestamp(at)] });
    if (joined.length > 0) await this.client.query({ ...JOINED, values: [id, joined, toTimestamp(at)] });
  }

  async dissolve(
    id: string,
    { byId, note }: { readonly byId: string; readonly note: string },
    at: Instant,
  ): Promise<void> {
    await this.client.query({ ...DISSOLVED, values: [id, toTimestamp(at), byId, note] });
  }
}
