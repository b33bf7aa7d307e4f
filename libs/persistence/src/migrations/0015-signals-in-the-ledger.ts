import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNALS = ['answered_last_hour', 'paused_near_due', 'severity_lowered', 'closed_without_contact'];

/**
 * Signals of gaming are measures like any other. Two of them can be seen in what is known of older tickets, and the
 * next change of such a ticket takes them for posted: so they are, each at the ticket's last event.
 */
export class SignalsInTheLedger1700000000015 implements MigrationInterface {
  name = 'SignalsInTheLedger1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    const columns = SIGNALS.map((signal) => `add ${signal} smallint not null default 0`);
    await runner.query(`alter table ledger ${columns.join(', ')}`);
    await runner.query(OPENING_POSTINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from ledger where part = ${String(OPENING_PART)}`);
    await runner.query(`alter table ledger ${SIGNALS.map((signal) => `drop ${signal}`).join(', ')}`);
  }
}

/** A change makes parts 0 and 1, so it stands beside both. */
const OPENING_PART = 2;

const DIMENSIONS = `collected_on, region_code, township_id, department_id, industry, enterprise_id, officer_id,
  leader_id, category, tier, population, confidential`;

const UNMOVED = [
  ...[
    'collected',
    'resolved',
    'closed',
    'closed_on_time',
    'on_time_without_extension',
    'first_contact_on_time',
  ],
  ...[
    'satisfied',
    'rated',
    'not_rated',
    'confirmed_by_enterprise',
    'reworked',
    'returned',
    'open',
    'overdue',
  ],
];

// A ticket that does not count now comes back, if ever, with all its figures.
const OPENING_POSTINGS = `
with shown as (
  select t.id, t.version, (t.status = 'closed' and t.first_contact_on_time is null)::int as closed_without_contact,
    exists (select from ticket_request r where r.ticket_id = t.id and r.kind = 'downgrade' and r.state = 'approved'
      and r.to_severity is not null)::int as severity_lowered
  from ticket t where t.collected_at is not null and t.status not in ('rejected', 'withdrawn', 'merged')
)
insert into ledger (ticket_id, seq, part, at, ${DIMENSIONS}, ${UNMOVED.join(', ')},
  severity_lowered, closed_without_contact)
select shown.id, shown.version, ${String(OPENING_PART)}, event.at, ${DIMENSIONS}, ${UNMOVED.map(() => '0').join(', ')},
  shown.severity_lowered, shown.closed_without_contact
from shown
join ticket_event event on event.ticket_id = shown.id and event.seq = shown.version
cross join lateral (
  select ${DIMENSIONS} from ledger where ledger.ticket_id = shown.id order by seq desc, part desc limit 1
) latest
where shown.severity_lowered + shown.closed_without_contact > 0`;
