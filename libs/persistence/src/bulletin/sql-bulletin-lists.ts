import { Injectable } from '@nestjs/common';
import {
  BulletinLists,
  type EscalationLine,
  type LedgerSelection,
  type RedLine,
  type SuspendedLine,
} from '@zhuqi/application';
import {
  POPULATIONS,
  type BulletinPeriod,
  type BulletinTicket,
  type Instant,
  type Measure,
  type Pause,
  type PersonActor,
} from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { midnight } from '../database/business-day.sql';
import { Database } from '../database/database';
import { countedIds } from '../statistics/counted-ids.sql';
import { ABOUT_NOBODY, listedTicket } from './listed-ticket.sql';

type Selected = Pick<LedgerSelection, 'from' | 'to' | 'basis'> & { readonly asOf: Instant };

type Timed<T, Key extends keyof T> = Omit<T, Key> & Readonly<Record<Key, Date>>;

/** Lists of one moment, read from the ledger, the hops and the clocks' pauses, all of which know the past. */
@Injectable()
export class SqlBulletinLists extends BulletinLists {
  constructor(private readonly database: Database) {
    super();
  }

  async red(reader: PersonActor, at: Instant): Promise<readonly RedLine[]> {
    const parameters = new Parameters();
    const selected = { from: null, to: null, basis: 'cohort', asOf: at } as const;
    const counted = listedIds(reader, 'overdue', selected, parameters);
    const asOf = moment(at, parameters);
    const rows = await this.database.rows<Timed<RedLine, 'dueAt' | 'standsAt'>>(
      `select ${listedTicket(asOf)}, coalesce(announced.due_at, clock.due_at) as "dueAt",
         coalesce(paused.since, ${asOf}) as "standsAt"
       from (${counted}) counted join ticket t on t.id = counted.ticket_id
       join ticket_clock clock on clock.ticket_id = t.id and clock.kind = 'resolve'
       left join lateral (${announcedDue(asOf)}) announced on true
       left join lateral (${pauseAt(asOf)}) paused on true
       order by "dueAt", t.number`,
      parameters.values,
    );
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime(), standsAt: row.standsAt.getTime() }));
  }

  async escalations(
    { regionCodes }: PersonActor,
    { from, to }: BulletinPeriod,
    at: Instant,
  ): Promise<readonly EscalationLine[]> {
    const parameters = new Parameters();
    const asOf = moment(at, parameters);
    const day = (value: string): string => `${parameters.add(value)}::date`;
    const rows = await this.database.rows<Timed<EscalationLine, 'at'>>(
      `select ${listedTicket(asOf)}, e.cause, e.from_tier as "fromTier", e.to_tier as "toTier", e.at
       from escalation e join ticket t on t.id = e.ticket_id
       where t.region_code = any(${parameters.add(regionCodes)}::text[]) and ${ABOUT_NOBODY} and e.at <= ${asOf}
         and e.at >= ${midnight(day(from))} and e.at < ${midnight(`${day(to)} + 1`)}
       order by e.at, t.number`,
      parameters.values,
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  async suspended({ regionCodes }: PersonActor, at: Instant): Promise<readonly SuspendedLine[]> {
    const parameters = new Parameters();
    const asOf = moment(at, parameters);
    const rows = await this.database.rows<Timed<SuspendedLine, 'since'>>(
      `with granted as (
         select distinct on (request.ticket_id) request.ticket_id, request.review_on, request.reason
         from ticket_request request
         where request.kind = 'suspension' and request.state = 'approved' and request.ruled_at <= ${asOf}
         order by request.ticket_id, request.ruled_at desc)
       select ${listedTicket(asOf)}, paused.since, granted.review_on::text as "reviewOn", granted.reason
       from granted join ticket t on t.id = granted.ticket_id
       join ticket_clock clock on clock.ticket_id = t.id and clock.kind = 'resolve'
       cross join lateral (${pauseAt(asOf, 'suspended')}) paused
       where t.region_code = any(${parameters.add(regionCodes)}::text[]) and ${ABOUT_NOBODY}
       order by paused.since, t.number`,
      parameters.values,
    );
    return rows.map((row) => ({ ...row, since: row.since.getTime() }));
  }

  counted(
    reader: PersonActor,
    measure: Measure,
    { from, to, asOf: at }: BulletinPeriod & { readonly asOf: Instant },
  ): Promise<readonly BulletinTicket[]> {
    const parameters = new Parameters();
    const counted = listedIds(reader, measure, { from, to, basis: 'flow', asOf: at }, parameters);
    const asOf = moment(at, parameters);
    return this.database.rows(
      `select ${listedTicket(asOf)} from (${counted}) counted join ticket t on t.id = counted.ticket_id
       order by t.number`,
      parameters.values,
    );
  }
}

const moment = (at: Instant, parameters: Parameters): string =>
  `${parameters.add(new Date(at))}::timestamptz`;

const momentOf = (json: string): string => `to_timestamp((${json})::bigint / 1000.0)`;

/** What was last said of when the promise is due; nothing where it was said before that was put on record. */
const announcedDue = (asOf: string): string => `
  select ${momentOf(`e.data ->> 'dueAt'`)} as due_at from ticket_event e
  where e.ticket_id = t.id and e.type in ('lampChanged', 'extended', 'rescheduled') and e.at <= ${asOf}
    and e.data ->> 'dueAt' is not null and coalesce(e.data ->> 'kind', 'resolve') = 'resolve'
  order by e.seq desc limit 1`;

/** The pause a clock stood in, for this reason or for any. */
const pauseAt = (asOf: string, reason?: Pause['reason']): string => `
  select ${momentOf(`pause ->> 'from'`)} as since
  from jsonb_array_elements(clock.pauses) pause
  where ${reason === undefined ? 'true' : `pause ->> 'reason' = '${reason}'`}
    and ${momentOf(`pause ->> 'from'`)} <= ${asOf}
    and ((pause ->> 'to') is null or ${momentOf(`pause ->> 'to'`)} > ${asOf})
  limit 1`;

/** The ids of the tickets a measure counts in both populations, complaints about staff left out. */
function listedIds(
  reader: PersonActor,
  measure: Measure,
  selected: Selected,
  parameters: Parameters,
): string {
  const { regionCode, regionCodes } = reader;
  const settled = {
    ...selected,
    asOf: new Date(selected.asOf),
    regionCode,
    regionCodes,
    withoutComplaints: true,
  };
  return POPULATIONS.map((population) => {
    const selection = { ...settled, population };
    return countedIds({ reader, selection, pinned: [], groupBy: [] }, measure, parameters);
  }).join(' union ');
}
