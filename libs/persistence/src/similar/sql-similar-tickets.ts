import { Injectable } from '@nestjs/common';
import {
  seesSubmitter,
  SimilarTickets,
  type Quest,
  type SimilarCandidate,
  type TicketSummary,
} from '@zhuqi/application';
import { scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { MOMENT } from '../ticket-list/lamp.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { candidatesStatement, unclusteredStatement } from './similar-candidates.sql';

interface CandidateRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly said: string;
  readonly category: string;
  readonly enterprise_id: string;
  readonly township_id: string | null;
  readonly region_code: string;
  readonly confidential: boolean;
  readonly submitted_at: Date;
}

/** The latest tickets in a place, as bare as they can be compared; names and lamps only for those that are shown. */
@Injectable()
export class SqlSimilarTickets extends SimilarTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async candidates(reader: PersonActor, quest: Quest): Promise<readonly SimilarCandidate[]> {
    if (quest.pairs?.length === 0) return [];
    const { text, values } = candidatesStatement(reader, quest);
    return (await this.database.page<CandidateRow>(text, values)).map((row) => candidate(row, reader));
  }

  async unclustered(reader: PersonActor, limit: number): Promise<readonly SimilarCandidate[]> {
    const { text, values } = unclusteredStatement(reader, limit);
    return (await this.database.page<CandidateRow>(text, values)).map((row) => candidate(row, reader));
  }

  async summaries(reader: PersonActor, ids: readonly string[]): Promise<ReadonlyMap<string, TicketSummary>> {
    if (ids.length === 0) return new Map();
    const parameters = new Parameters();
    const wanted = `t.id = any(${parameters.add(ids)}::uuid[])`;
    const rows = await this.database.page<TicketSummaryRow>(
      `with ${MOMENT} select ${SUMMARY_COLUMNS} from ticket t ${SUMMARY_JOINS}
       where ${wanted} and ${scopeCondition(scopeOf(reader), parameters)}`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.id, ticketSummary(row, reader)]));
  }
}

/** Whose a confidential ticket is must not be told by what it has in common with another. */
function candidate(row: CandidateRow, reader: PersonActor): SimilarCandidate {
  const { confidential, enterprise_id: enterpriseId, region_code: regionCode } = row;
  const told = seesSubmitter(reader, { confidential, enterpriseId, regionCode });
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.said,
    category: row.category,
    enterpriseId: told ? enterpriseId : null,
    townshipId: row.township_id,
    submittedAt: row.submitted_at.getTime(),
  };
}
