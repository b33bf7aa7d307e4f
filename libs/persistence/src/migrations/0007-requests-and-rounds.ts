import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTS_BACKFILL, ROUNDS_BACKFILL } from './0007-backfill';

/**
 * What can only be asked for and is ruled on, opinions of others, item lists, merged tickets, and the rounds of a
 * ticket each with its answer. What is on record already gets its rounds, and every hop the event that began it.
 */
export class RequestsAndRounds1700000000007 implements MigrationInterface {
  name = 'RequestsAndRounds1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TICKET);
    await runner.query(PARTS);
    await runner.query(REQUESTS);
    await runner.query(ASSISTS_AND_ITEMS);
    await runner.query(PARTS_BACKFILL);
    await runner.query(ROUNDS_BACKFILL);
    await runner.query(FILLED);
    await runner.query(`update policy set body = '${NEW_TERMS}'::jsonb || body`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update policy set body = body - 'rulingWithin' - 'stageReport'`);
    await runner.query('drop table ticket_item, ticket_assist, ticket_request');
    await runner.query('alter table ledger drop handling_minutes, drop paused_minutes');
    await runner.query('alter table escalation drop constraint escalation_cause_check');
    await runner.query('alter table ticket_holding drop seq');
    await runner.query('alter table ticket_clock drop unextended_due_at');
    await runner.query('drop index ticket_merged_into');
    await runner.query(`alter table ticket drop constraint ticket_merged_check, drop constraint
      ticket_resume_status_check, drop merged_into_id, drop merged_from, drop merged_at, drop rounds,
      drop handling_minutes, drop paused_minutes, drop reported_at, drop report_asked`);
  }
}

// The reader of policies refuses a body that leaves a threshold out; what a district has set stays.
const NEW_TERMS = JSON.stringify({
  rulingWithin: { unit: 'workingDays', count: 1 },
  stageReport: { unit: 'workingDays', count: 10 },
});

const STATUSES = `('submitted','accepted','dispatched','in_progress','answered','closed','need_info','suspended',
  'rejected','withdrawn','merged')`;

const TICKET = `
alter table ticket
  add merged_into_id uuid references ticket (id),
  add merged_from text check (merged_from in ${STATUSES}),
  add merged_at timestamptz,
  add rounds jsonb not null default '[]',
  add handling_minutes integer not null default 0,
  add paused_minutes integer not null default 0,
  add reported_at timestamptz,
  add report_asked boolean not null default false,
  add constraint ticket_resume_status_check check (resume_status in ${STATUSES}),
  add constraint ticket_merged_check check ((status = 'merged') = (merged_into_id is not null));
create index ticket_merged_into on ticket (merged_into_id) where merged_into_id is not null;`;

const PARTS = `
alter table ticket_clock add unextended_due_at timestamptz;
alter table ticket_holding add seq integer;
alter table ledger
  add handling_minutes integer not null default 0,
  add paused_minutes integer not null default 0;
alter table escalation add constraint escalation_cause_check
  check (cause in ('manual','resolve_overdue','redispatched','disputed_twice','returned'));`;

// One pending request for each ticket: two rulings cannot contradict each other, whoever writes.
const REQUESTS = `
create table ticket_request (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  kind text not null check (kind in ('return','extension','suspension','downgrade')),
  state text not null check (state in ('pending','approved','refused','lapsed','recalled')),
  round integer not null,
  hop integer not null,
  asked_at timestamptz not null,
  asked_by_id uuid references person (id),
  asked_unit_id uuid references unit (id),
  reason text not null,
  basis text,
  evidence text,
  to_holder jsonb,
  new_due_on date,
  review_on date,
  to_severity text check (to_severity in ('consult','simple','complex','major')),
  rule_by timestamptz not null,
  rulers text[] not null,
  ruler_unit_id uuid references unit (id),
  reminded boolean not null,
  ruled_at timestamptz,
  ruled_by_id uuid references person (id),
  note text,
  unique (ticket_id, ordinal)
);
create unique index ticket_request_one_pending on ticket_request (ticket_id) where state = 'pending';
create index ticket_request_to_rule on ticket_request (rule_by) where state = 'pending';
create index ticket_request_ruled on ticket_request (ruled_by_id, ruled_at, id) where ruled_by_id is not null;`;

const ASSISTS_AND_ITEMS = `
create table ticket_assist (
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  unit_id uuid not null references unit (id),
  round integer not null,
  state text not null check (state in ('asked','given','released')),
  question text,
  clock_id uuid references ticket_clock (id),
  asked_at timestamptz not null,
  asked_by_id uuid references person (id),
  ended_at timestamptz,
  ended_by_id uuid references person (id),
  opinion text,
  release_reason text,
  primary key (ticket_id, ordinal),
  check (ended_at is null or ended_at >= asked_at)
);
create table ticket_item (
  ticket_id uuid not null references ticket (id),
  kind text not null check (kind in ('question','deferred')),
  ordinal integer not null,
  text text not null,
  due_on date,
  due_at timestamptz,
  done_at timestamptz,
  done_by_id uuid references person (id),
  commitment text,
  reply text,
  reminded boolean not null,
  primary key (ticket_id, kind, ordinal)
);`;

const FILLED = `
alter table ticket_clock alter unextended_due_at set not null;
alter table ticket_holding alter seq set not null;`;
