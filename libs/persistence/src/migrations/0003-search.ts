import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the screens search and page by. */
export class Search1700000000003 implements MigrationInterface {
  name = 'Search1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BIGRAMS);
    await runner.query(QUEUES);
    await runner.query(LEDGER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ledger_enterprise, escalation_time, ticket_about_person, ticket_clock_late,
      ticket_triage, ticket_final_due, ticket_open_due, ticket_leader_due, ticket_enterprise_final,
      ticket_enterprise_open, ticket_region_status, ticket_region_final, ticket_region_open, ticket_person_queue,
      ticket_unit_queue, ticket_search, enterprise_search`);
    await runner.query('drop function text_bigrams(text)');
    await runner.query(
      `create index ticket_unit_queue on ticket (holder_unit_id, next_due_at, id) where ${OPEN}`,
    );
    await runner.query(
      `create index ticket_person_queue on ticket (holder_person_id, next_due_at, id) where ${OPEN}`,
    );
    await runner.query('create index ticket_region_due on ticket (region_code, next_due_at, id)');
  }
}

// Chinese is written without spaces and most words have two characters, fewer than a trigram index can find:
// every pair of neighbouring characters is a key. Full-width forms and capitals are folded.
const BIGRAMS = `
create function text_bigrams(input text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
  select coalesce(array_agg(distinct substr(folded.text, at, 2)), '{}')
  from (select lower(normalize(input, nfkc)) as text) folded, generate_series(1, length(folded.text) - 1) at
$$;
create index enterprise_search on enterprise
  using gin (text_bigrams(name || ' ' || pinyin_initials || ' ' || credit_code));
create index ticket_search on ticket using gin (text_bigrams(number || ' ' || title));`;

const OPEN = `status in ('submitted','accepted','dispatched','in_progress','need_info','suspended','answered')`;

// Tickets without a due time come last: "infinity" lets one row comparison say where a page ended.
const DUE = `(coalesce(next_due_at, 'infinity'::timestamptz))`;

const QUEUES = `
drop index ticket_unit_queue, ticket_person_queue, ticket_region_due;
create index ticket_unit_queue on ticket (holder_unit_id, ${DUE}, id) where ${OPEN};
create index ticket_person_queue on ticket (holder_person_id, ${DUE}, id) where ${OPEN};
create index ticket_region_open on ticket (region_code, ${DUE}, id) where ${OPEN};
create index ticket_region_final on ticket (region_code, ${DUE}, id) where not (${OPEN});
create index ticket_region_status on ticket (region_code, status, ${DUE}, id);
create index ticket_enterprise_open on ticket (enterprise_id, ${DUE}, id) where ${OPEN};
create index ticket_enterprise_final on ticket (enterprise_id, ${DUE}, id) where not (${OPEN});
create index ticket_leader_due on ticket (leader_id, ${DUE}, id);
create index ticket_open_due on ticket (${DUE}, id) where ${OPEN};
create index ticket_final_due on ticket (${DUE}, id) where not (${OPEN});
create index ticket_triage on ticket (region_code, ${DUE}, id)
  where status = 'accepted' or status = 'submitted' and triage_reason is not null;
create index ticket_clock_late on ticket_clock (ticket_id)
  where state = 'stopped' and stopped_at > due_at and kind in ('resolve', 'leg');
create index escalation_time on escalation (at, ticket_id);
create index ticket_about_person on ticket (about_person_id) where about_person_id is not null;`;

const LEDGER = `
create index ledger_enterprise on ledger (enterprise_id, collected_on);`;
