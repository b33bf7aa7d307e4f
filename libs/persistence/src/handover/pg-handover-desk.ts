import {
  HandoverDesk,
  type Handover,
  type HeldTicket,
  type MovedTicket,
  type PairingInHand,
  type PersonOnPost,
  type PostPeople,
  type ProjectInHand,
  type Succession,
} from '@zhuqi/application';
import type { Day, Instant } from '@zhuqi/domain';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';
import * as sql from './handover.sql';

interface HandoverRecord extends Omit<Handover, 'madeAt' | 'doneAt'> {
  readonly madeAt: Date;
  readonly doneAt: Date | null;
}

interface EndedPairing {
  readonly enterprise_id: string;
  readonly kind: string;
  readonly until: string | null;
}

/** Handovers on the connection of one transaction. */
export class PgHandoverDesk extends HandoverDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  people(ids: readonly string[]): Promise<readonly PersonOnPost[]> {
    return this.rows<PersonOnPost>(sql.PEOPLE, [ids]);
  }

  ofPost({ fromPersonId, toPersonId }: PostPeople, until?: Instant): Promise<readonly HeldTicket[]> {
    const latest = until === undefined ? null : toTimestamp(until);
    return this.rows<HeldTicket>(sql.OF_POST, [fromPersonId, latest, toPersonId]);
  }

  async ledBy(personId: string): Promise<readonly string[]> {
    return (await this.rows<{ unit_id: string }>(sql.LED_BY, [personId])).map(({ unit_id }) => unit_id);
  }

  pairingsOf(personId: string, from: Day): Promise<readonly PairingInHand[]> {
    return this.rows<PairingInHand>(sql.PAIRINGS_OF, [personId, from]);
  }

  projectsOf(personId: string): Promise<readonly ProjectInHand[]> {
    return this.rows<ProjectInHand>(sql.PROJECTS_OF, [personId]);
  }

  async passDuties(handover: Handover): Promise<void> {
    const { id, fromPersonId, toPersonId, effectiveOn } = handover;
    await this.rows(sql.NOTE_PAIRINGS, [fromPersonId, effectiveOn, id]);
    await this.rows(sql.PASS_COMING_PAIRINGS, [fromPersonId, effectiveOn, toPersonId]);
    const ended = await this.rows<EndedPairing>(sql.END_PAIRINGS, [fromPersonId, effectiveOn]);
    await this.rows(sql.BEGIN_PAIRINGS, [JSON.stringify(ended), toPersonId, effectiveOn]);
    await this.rows(sql.PASS_LEADS, [fromPersonId, toPersonId]);
    const { madeById, reason } = handover;
    await this.rows(sql.PASS_PROJECTS, [fromPersonId, toPersonId, madeById, reason]);
  }

  async endService(personId: string, byId: string): Promise<void> {
    await this.rows(sql.END_SERVICE, [personId, byId]);
  }

  async add(handover: Handover): Promise<void> {
    const { id, regionCode, fromPersonId, toPersonId, posts, effectiveOn } = handover;
    const { reason, leaves, overCapacity, madeById, madeAt } = handover;
    await this.rows(sql.ADD_HANDOVER, [
      ...[id, regionCode, fromPersonId, toPersonId, posts, effectiveOn],
      ...[reason, leaves, overCapacity, madeById, toTimestamp(madeAt)],
    ]);
  }

  async lock(id: string): Promise<Handover | null> {
    const [row] = await this.rows<HandoverRecord>(sql.LOCK_HANDOVER, [id]);
    if (row === undefined) return null;
    return { ...row, madeAt: row.madeAt.getTime(), doneAt: row.doneAt?.getTime() ?? null };
  }

  async finish(id: string, moved: readonly MovedTicket[]): Promise<void> {
    await this.rows(sql.FINISH_HANDOVER, [id, JSON.stringify(moved)]);
  }

  async cancel(id: string, byId: string): Promise<void> {
    await this.rows(sql.CANCEL_HANDOVER, [id, byId]);
  }

  async successorOf(personId: string, since: Instant): Promise<Succession | null> {
    const [row] = await this.rows<Succession>(sql.SUCCESSOR_OF, [personId, toTimestamp(since)]);
    return row ?? null;
  }

  private async rows<T extends QueryResultRow>(statement: Statement, values: unknown[]): Promise<T[]> {
    return (await this.client.query<T>({ ...statement, values })).rows;
  }
}
