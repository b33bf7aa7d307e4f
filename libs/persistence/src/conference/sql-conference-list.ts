import { Injectable } from '@nestjs/common';
import {
  ConferenceList,
  type ConferenceFilter,
  type ConferenceItem,
  type FollowUpItem,
  type Named,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import type { ConferenceState, PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { MOMENT } from '../ticket-list/lamp.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { columnsOf, conditionsOf, QUEUES, shapeOf, SOURCE } from './conference-page.sql';

interface ConferenceRow extends TicketSummaryRow {
  readonly ordinal: number;
  readonly state: ConferenceState;
  readonly subject: string;
  readonly held_at: Date;
  readonly place: string | null;
  readonly ended_at: Date | null;
  readonly decision: string | null;
  readonly convened_by: Named | null;
  readonly follow_ups: readonly FollowUpItem[];
  readonly position: string;
}

/** Conferences, each from its ticket's scope. */
@Injectable()
export class SqlConferenceList extends ConferenceList {
  constructor(private readonly database: Database) {
    super();
  }

  page(reader: PersonActor, { state }: ConferenceFilter, page: PageRequest): Promise<Page<ConferenceItem>> {
    const parameters = new Parameters();
    const { moment, direction } = QUEUES[state];
    const listing = {
      given: MOMENT,
      columns: columnsOf(state),
      source: SOURCE,
      conditions: conditionsOf(reader, state, parameters),
      shape: shapeOf(state),
      order: [moment, 't.id', 'c.ordinal'],
      direction,
      item: (row: ConferenceRow) => conferenceItem(row, reader),
      key: (row: ConferenceRow) => [row.position, row.id, String(row.ordinal)],
    };
    return listPage(this.database, listing, parameters, page);
  }
}

const conferenceItem = (row: ConferenceRow, reader: PersonActor): ConferenceItem => ({
  ticket: ticketSummary(row, reader),
  ordinal: row.ordinal,
  state: row.state,
  subject: row.subject,
  heldAt: row.held_at.getTime(),
  place: row.place,
  convenedBy: row.convened_by,
  endedAt: row.ended_at?.getTime() ?? null,
  decision: row.decision,
  followUps: row.follow_ups,
});
