import { Injectable } from '@nestjs/common';
import {
  COMPARED_CHARACTERS,
  seesSubmitter,
  SimilarTickets,
  type Quest,
  type SimilarCandidate,
  type TicketSummary,
} from '@zhuqi/application';
import { REACH_DAYS, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';
import { MOMENT } from '../ticket-list/lamp.sql';
import { isOpen } from '../ticket-list/open-status.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';

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

/** A description says what it is about in its beginning; the longest have five thousand characters. */
const COLUMNS = `t.id, t.number, t.title, left(t.description, ${String(COMPARED_CHARACTERS)}) as said, t.category, t.enterprise_id, t.township_id,
  t.region_code, t.confidential, t.submitted_at`;

/** The expression the search index is on; a title is found by any of its pairs. */
const SEARCH_PAIRS = `text_bigrams(t.number || ' ' || t.title)`;

/** What the number of every ticket is made of finds them all. */
const OF_NUMBERS = /^(zq|q?\d+)$/;

const NOW = '(select business_now())';

/** Where to look ends a year back, so that an index answers it; of that what is open or was closed of late. */
const recent = (now: string): string => `t.submitted_at >= ${now} - interval '365 days'
  and (${isOpen()} or t.status = 'closed' and t.closed_at >= ${now} - interval '${String(REACH_DAYS)} days')`;
const UNCLUSTERED = `t.matter_id is null and t.about_person_id is null
  and t.status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended')`;

/** The latest tickets in a place, as bare as they can be compared; names and lamps only for those that are shown. */
@Injectable()
export class SqlSimilarTickets extends SimilarTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async candidates(reader: PersonActor, quest: Quest): Promise<readonly SimilarCandidate[]> {
    const { pairs, enterpriseId, regionCode, exceptId, until, limit } = quest;
    const telling = pairs?.filter((pair) => !OF_NUMBERS.test(pair));
    if (telling?.length === 0) return [];
    const parameters = new Parameters();
    const when = (value: unknown, condition: (placeholder: string) => string): string[] =>
      value === undefined ? [] : [condition(parameters.add(value))];
    const moment = until === undefined ? NOW : `${parameters.add(toTimestamp(until))}::timestamptz`;
    const conditions = [
      ...when(telling, (each) => `${SEARCH_PAIRS} && ${each}::text[]`),
      ...when(enterpriseId, (each) => `t.enterprise_id = ${each}::uuid`),
      ...when(regionCode, (each) => `t.region_code = ${each}`),
      ...when(exceptId, (each) => `t.id <> ${each}::uuid`),
      ...(until === undefined ? [] : [`t.submitted_at <= ${moment}`]),
      scopeCondition(scopeOf(reader), parameters),
      recent(moment),
    ];
    return this.latest(reader, { conditions, parameters, limit });
  }

  unclustered(reader: PersonActor, limit: number): Promise<readonly SimilarCandidate[]> {
    const parameters = new Parameters();
    const conditions = [scopeCondition(scopeOf(reader), parameters), UNCLUSTERED];
    return this.latest(reader, { conditions, parameters, limit });
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

  private async latest(
    reader: PersonActor,
    { conditions, parameters, limit }: Search,
  ): Promise<readonly SimilarCandidate[]> {
    const rows = await this.database.page<CandidateRow>(
      `select ${COLUMNS} from ticket t where ${conditions.join(' and ')}
       order by t.submitted_at desc limit ${String(limit)}`,
      parameters.values,
    );
    return rows.map((row) => candidate(row, reader));
  }
}

interface Search {
  readonly conditions: readonly string[];
  readonly parameters: Parameters;
  readonly limit: number;
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
