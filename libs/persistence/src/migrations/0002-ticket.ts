import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ticket, its clocks and holders, its event log and ledger, and the one way out: the outbox. */
export class Ticket1700000000002 implements MigrationInterface {
  name = 'Ticket1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUSINESS_CLOCK);
    await runner.query(TICKET);
    await runner.query(CLOCKS_AND_HOLDINGS);
    await runner.query(EVENTS);
    await runner.query(LEDGER);
    await runner.query(OUTBOX_AND_NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency, notice, outbox, ledger, escalation, ticket_text, ticket_event,
      ticket_holding, ticket_clock, ticket, business_clock cascade`);
    await runner.query('drop sequence ticket_number');
    await runner.query('drop function business_now()');
  }
}

// One row. The demo's business time is an offset to the server's; elsewhere the offset stays 0 (CHECK).
const BUSINESS_CLOCK = `
create table business_clock (
  id smallint primary key default 1 check (id = 1),
  demo boolean not null default false,
  offset_ms bigint not null default 0 check (demo or offset_ms = 0),
  heartbeat_at timestamptz
);
insert into business_clock default values;
create function business_now() returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', clock_timestamp() + (offset_ms * interval '1 millisecond')) from business_clock
$$;
create sequence ticket_number;`;

const TICKET = `
create table ticket (
  id uuid primary key,
  number text not null unique,
  version integer not null check (version > 0),
  head_hash text not null,
  region_code text not null references region (code),
  enterprise_id uuid not null references enterprise (id),
  township_id uuid,
  department_id uuid,
  industry text not null,
  officer_id uuid,
  leader_id uuid,
  submitter_id uuid,
  about_person_id uuid,
  status text not null check (status in ('submitted','accepted','dispatched','in_progress','answered','closed',
    'need_info','suspended','rejected','withdrawn','merged')),
  resume_status text,
  tier smallint check (tier between 1 and 5),
  severity text not null check (severity in ('consult','simple','complex','major')),
  urgency text not null check (urgency in ('normal','urgent')),
  round integer not null check (round > 0),
  outcome text check (outcome in ('resolved','answered_on_spot','explained','planned','unresolvable')),
  title text not null,
  description text not null,
  category text not null references category (code),
  channel text not null check (channel in ('enterprise','officer','office','leader','window','integrator')),
  confidential boolean not null,
  contact_name text,
  contact_phone text,
  holder_unit_id uuid references unit (id),
  holder_person_id uuid references person (id),
  held_unit_ids uuid[] not null default '{}',
  held_person_ids uuid[] not null default '{}',
  assist_unit_ids uuid[] not null default '{}',
  triage_reason text,
  submitted_at timestamptz not null,
  collected_at timestamptz,
  dispatched_at timestamptz,
  tier_since_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  dispatch_count integer not null default 0,
  hand_dispatch_count integer not null default 0,
  dispute_count integer not null default 0,
  return_count integer not null default 0,
  info_round integer,
  first_contact_on_time boolean,
  responsible_unit_id uuid,
  route text,
  result text,
  verdict jsonb,
  policy_version integer,
  escalation_keys text[] not null default '{}',
  escalate_at timestamptz,
  wake_at timestamptz,
  next_check_at timestamptz,
  next_due_at timestamptz
);
create index ticket_check on ticket (next_check_at) where next_check_at is not null;
create index ticket_unit_queue on ticket (holder_unit_id, next_due_at, id)
  where status in ('submitted','accepted','dispatched','in_progress','need_info','suspended','answered');
create index ticket_person_queue on ticket (holder_person_id, next_due_at, id)
  where status in ('submitted','accepted','dispatched','in_progress','need_info','suspended','answered');
create index ticket_region_time on ticket (region_code, submitted_at desc, id desc);
create index ticket_region_due on ticket (region_code, next_due_at, id);
create index ticket_enterprise on ticket (enterprise_id, submitted_at desc, id desc);
create index ticket_held_units on ticket using gin (held_unit_ids);
create index ticket_held_people on ticket using gin (held_person_ids);
create index ticket_waiting on ticket (submitted_at) where status = 'submitted' and triage_reason is null;`;

const CLOCKS_AND_HOLDINGS = `
create table ticket_clock (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  kind text not null check (kind in ('claim','firstContact','reply','resolve','leg','supervise','assist')),
  round integer not null,
  tier smallint,
  unit_id uuid,
  person_id uuid,
  state text not null check (state in ('idle','running','paused','stopped')),
  started_at timestamptz not null,
  stopped_at timestamptz,
  allowance jsonb not null,
  working_ms bigint not null check (working_ms >= 0),
  original_due_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz,
  pauses jsonb not null,
  provisional boolean not null,
  policy_version integer not null,
  generation integer not null,
  warned boolean not null default false,
  lapsed boolean not null default false,
  unique (ticket_id, ordinal)
);
create table ticket_holding (
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  tier smallint not null,
  unit_id uuid,
  person_id uuid,
  round integer not null,
  from_at timestamptz not null,
  to_at timestamptz,
  clock_id uuid,
  primary key (ticket_id, ordinal),
  check (to_at is null or to_at >= from_at)
);
create unique index ticket_holding_one_current on ticket_holding (ticket_id) where to_at is null;`;

// "data" is json, not jsonb: json keeps the text that was hashed to the letter.
const EVENTS = `
create table ticket_event (
  ticket_id uuid not null references ticket (id),
  seq integer not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  data json not null,
  hash text not null,
  primary key (ticket_id, seq)
);
create table ticket_text (
  ticket_id uuid not null,
  seq integer not null,
  texts jsonb not null,
  salt text not null,
  primary key (ticket_id, seq),
  foreign key (ticket_id, seq) references ticket_event (ticket_id, seq)
);
create table escalation (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  round integer not null,
  from_tier smallint not null,
  to_tier smallint not null,
  cause text not null,
  at timestamptz not null,
  previous_opinion text,
  constraint escalation_once unique (ticket_id, round, from_tier, cause)
);
create index escalation_latest on escalation (ticket_id, at desc);`;

const LEDGER = `
create table ledger (
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  part smallint not null,
  at timestamptz not null,
  collected_on date not null,
  region_code text not null,
  township_id uuid,
  department_id uuid,
  industry text not null,
  enterprise_id uuid not null,
  officer_id uuid,
  leader_id uuid,
  category text not null,
  tier smallint,
  population text not null check (population in ('enterprise','project')),
  confidential boolean not null,
  collected smallint not null,
  resolved smallint not null,
  closed smallint not null,
  closed_on_time smallint not null,
  on_time_without_extension smallint not null,
  first_contact_on_time smallint not null,
  satisfied smallint not null,
  rated smallint not null,
  not_rated smallint not null,
  confirmed_by_enterprise smallint not null,
  reworked smallint not null,
  returned smallint not null,
  open smallint not null,
  overdue smallint not null,
  primary key (ticket_id, seq, part)
);
create index ledger_cohort on ledger (region_code, collected_on, at);`;

const OUTBOX_AND_NOTICES = `
create table outbox (
  id uuid primary key,
  ticket_id uuid not null,
  seq integer not null,
  job text not null,
  created_at timestamptz not null default clock_timestamp(),
  available_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  attempts integer not null default 0,
  finished_at timestamptz,
  unique (ticket_id, seq, job)
);
create index outbox_waiting on outbox (available_at) where finished_at is null;
create table notice (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  channel text not null default 'inbox',
  recipient_id uuid not null references person (id),
  kind text not null,
  text text not null,
  at timestamptz not null,
  read_at timestamptz,
  constraint notice_once unique (ticket_id, seq, channel, recipient_id)
);
create index notice_inbox on notice (recipient_id, at desc, id desc);
create table idempotency (
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  body json,
  created_at timestamptz not null default clock_timestamp(),
  primary key (actor_id, key)
);`;
