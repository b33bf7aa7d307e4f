import { Injectable } from '@nestjs/common';
import { seesSubmitter, SimilarTickets, type Quest, type SimilarCandidate } from '@zhuqi/application';
import { REACH_DAYS, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';
import { MOMENT, NOW } from '../ticket-list/lamp.sql';
import { isOpen } from '../ticket-list/open-status.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';

interface Row extends TicketSummaryRow {
  readonly description: string;
  readonly township_id: string | null;
}

/** The expression the search index is on; a title is found by any of its keys. */
const SEARCH_KEYS = `text_bigrams(t.number || ' ' || t.title)`;

/** What the number of every ticket is made of finds them all. */
const OF_NUMBERS = /^(zq|q?\d+)$/;

const RECENT = `(${isOpen('t')} or t.status = 'closed' and t.closed_at >= ${NOW} - interval '${String(REACH_DAYS)} days')`;
const UNANSWERED = `t.status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended')`;

/** The latest tickets that share a key of the title; a page's worth of look-ups, whatever there is in all. */
@Injectable()
export class SqlSimilarTickets extends SimilarTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async candidates(reader: PersonActor, quest: Quest): Promise<readonly SimilarCandidate[]> {
    const keys = quest.keys.filter((key) => !OF_NUMBERS.test(key));
    if (keys.length === 0) return [];
    const parameters = new Parameters();
    const { regionCode, exceptId, until } = quest;
    const conditions = [
      `${SEARCH_KEYS} && ${parameters.add(keys)}::text[]`,
      scopeCondition(scopeOf(reader), parameters),
      RECENT,
      ...(regionCode === undefined ? [] : [`t.region_code = ${parameters.add(regionCode)}`]),
      ...(exceptId === undefined ? [] : [`t.id <> ${parameters.add(exceptId)}::uuid`]),
      ...(until === undefined
        ? []
        : [`t.submitted_at <= ${parameters.add(toTimestamp(until))}::timestamptz`]),
    ];
    return this.latest(reader, conditions, { parameters, limit: quest.limit });
  }

  unclustered(reader: PersonActor, limit: number): Promise<readonly SimilarCandidate[]> {
    const parameters = new Parameters();
    const conditions = [
      scopeCondition(scopeOf(reader), parameters),
      UNANSWERED,
      't.matter_id is null and t.about_person_id is null',
    ];
    return this.latest(reader, conditions, { parameters, limit });
  }

  private async latest(
    reader: PersonActor,
    conditions: readonly string[],
    { parameters, limit }: { readonly parameters: Parameters; readonly limit: number },
  ): Promise<readonly SimilarCandidate[]> {
    const rows = await this.database.page<Row>(
      `with ${MOMENT}, found as materialized (
         select t.id, t.submitted_at from ticket t where ${conditions.join(' and ')}
         order by t.submitted_at desc, t.id desc limit ${String(limit)})
       select ${SUMMARY_COLUMNS}, t.description, t.township_id
       from found join ticket t on t.id = found.id ${SUMMARY_JOINS}
       order by found.submitted_at desc, found.id desc`,
      parameters.values,
    );
    return rows.map((row) => candidate(row, reader));
  }
}

/** Whose a confidential ticket is must not be told by what it has in common with another. */
function candidate(row: Row, reader: PersonActor): SimilarCandidate {
  const { confidential, enterprise_id: enterpriseId, region_code: regionCode } = row;
  const told = seesSubmitter(reader, { confidential, enterpriseId, regionCode });
  return {
    ticket: ticketSummary(row, reader),
    portrait: {
      title: row.title,
      description: row.description,
      category: row.category,
      enterpriseId: told ? enterpriseId : null,
      townshipId: row.township_id,
      submittedAt: row.submitted_at.getTime(),
    },
  };
}
