import type { PoolClient } from 'pg';
import { MatterDesk, type MatterDeed } from '@zhuqi/application';
import type { Matter, MatterAnswer, MatterState } from '@zhuqi/domain';
import type { Statement } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';

interface MatterColumns {
  readonly id: string;
  readonly region_code: string;
  readonly title: string;
  readonly reason: string;
  readonly lead_ticket_id: string;
  readonly state: MatterState;
  readonly answer: MatterAnswer | null;
  readonly answered_at: Date | null;
}

const MAKE: Statement = {
  name: 'matter-make',
  text: `insert into matter (id, region_code, title, reason, lead_ticket_id, state, made_by_id, made_at)
values ($1, $2, $3, $4, $5, 'open', $6, $7)`,
};

const LOCK: Statement = {
  name: 'matter-lock',
  text: `select id, region_code, title, reason, lead_ticket_id, state, answer, answered_at
from matter where id = $1 for no key update`,
};

const MEMBERS: Statement = {
  name: 'matter-members',
  text: 'select id from ticket where matter_id = $1 order by id',
};

const KEEP_ANSWER: Statement = {
  name: 'matter-answer',
  text: `update matter set state = 'answered', answer = $2, answered_by_id = $3, answered_at = $4 where id = $1`,
};

const DISSOLVE: Statement = {
  name: 'matter-dissolve',
  text: `update matter set state = 'dissolved', dissolved_by_id = $2, dissolved_at = $3 where id = $1`,
};

/** Each a named statement on the transaction's connection. */
export class PgMatterDesk extends MatterDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  async make(matter: Matter, { byId, at }: MatterDeed): Promise<void> {
    const { id, regionCode, title, reason, leadTicketId } = matter;
    const values = [id, regionCode, title, reason, leadTicketId, byId, toTimestamp(at)];
    await this.client.query({ ...MAKE, values });
  }

  async lock(matterId: string): Promise<Matter | null> {
    const [row] = (await this.client.query<MatterColumns>({ ...LOCK, values: [matterId] })).rows;
    return row === undefined ? null : matterOf(row);
  }

  async memberIds(matterId: string): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ id: string }>({ ...MEMBERS, values: [matterId] });
    return rows.map(({ id }) => id);
  }

  async keepAnswer(matterId: string, answer: MatterAnswer, { byId, at }: MatterDeed): Promise<void> {
    const values = [matterId, JSON.stringify(answer), byId, toTimestamp(at)];
    await this.client.query({ ...KEEP_ANSWER, values });
  }

  async dissolve(matterId: string, { byId, at }: MatterDeed): Promise<void> {
    await this.client.query({ ...DISSOLVE, values: [matterId, byId, toTimestamp(at)] });
  }
}

const matterOf = (row: MatterColumns): Matter => ({
  id: row.id,
  regionCode: row.region_code,
  title: row.title,
  reason: row.reason,
  leadTicketId: row.lead_ticket_id,
  state: row.state,
  answer: row.answer,
  answeredAt: row.answered_at?.getTime() ?? null,
});
