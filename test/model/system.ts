import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AnswerMatter,
  CancelHandover,
  CarryOutDueHandovers,
  CarryOutHandover,
  ChangeCalendar,
  ChangePolicy,
  ChangeTaskForce,
  CheckClocks,
  DeliverNotice,
  DissolveTaskForce,
  FoundTaskForce,
  HandOver,
  JudgeHandover,
  ManageMatter,
  MatterScenes,
  MergeTickets,
  RealClock,
  Refused,
  RouteTicket,
  SeedStore,
  SubmitTicket,
  TakeAction,
  TicketProcedure,
  TryRules,
} from '@zhuqi/application';
import { APPLICATION_ROLE, Database, PersistenceModule } from '@zhuqi/persistence';
import { Client } from 'pg';
import { cloneDatabase } from '../support/database';
import { DISTRICT, plant, POLICIES } from './district';
import type { Model } from './model';

const USE_CASES = [
  ...[TicketProcedure, SubmitTicket, RouteTicket, TakeAction],
  ...[MergeTickets, CheckClocks, DeliverNotice],
  ...[TryRules, ChangeCalendar, ChangePolicy],
  ...[FoundTaskForce, ChangeTaskForce, DissolveTaskForce],
  ...[MatterScenes, ManageMatter, AnswerMatter],
  ...[JudgeHandover, HandOver, CarryOutHandover, CarryOutDueHandovers, CancelHandover],
];

@Module({ providers: USE_CASES })
class RealThing {}

/** The computer's clock, which leaps when the programs are to forget what they remember for some seconds. */
class LeapingClock extends RealClock {
  private ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  leap(): void {
    this.ahead += 60_000;
  }
}

@Global()
@Module({ providers: [{ provide: RealClock, useClass: LeapingClock }], exports: [RealClock] })
class LeapingTime {}

/** What a use case led to: its value, or the code it was refused with. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** The programs' write path on a database of its own, in which it is as late as the test says. */
export interface System {
  readonly database: Database;
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
  /** Business time from now on. */
  setTime(at: number): Promise<void>;
  /** What has been remembered for a short while is read again. */
  forget(): void;
  /** The version of the district's calendar that a history finds. */
  readonly calendarVersion: number;
  /** Removes every ticket and whatever hangs on one, and what a history has changed of its district. */
  wipe(last?: Model): Promise<void>;
  close(): Promise<void>;
}

// A sequence, because it moves at once, for everybody, and leaves no dead rows behind.
const TIME = `
create sequence model_time;
grant select on model_time to ${APPLICATION_ROLE};
create or replace function business_now() returns timestamptz language sql volatile as $$
  select timestamptz 'epoch' + last_value * interval '1 millisecond' from model_time
$$;`;

const TABLES = [
  ...[
    'notice',
    'outbox',
    'idempotency',
    'ledger',
    'ledger_tail',
    'ledger_rollup',
    'escalation',
    'ticket_text',
    'ticket_event',
  ],
  ...['handover_ticket', 'matter', 'ticket_follow_up', 'ticket_conference', 'ticket_item', 'ticket_assist'],
  ...['ticket_request', 'ticket_holding', 'ticket_clock', 'ticket'],
];

/** Deleting a few rows is faster than truncating, as long as the dead ones are cleared away from time to time. */
const TRUNCATED_EVERY = 100;

/** A version of a calendar never changes, so the first one comes back as another version. */
const FIRST_CALENDAR = `
insert into calendar_version (region_code, version, body, reason)
select region_code, (select max(c.version) + 1 from calendar_version c where c.region_code = f.region_code), body, reason
from model_calendar f returning version`;

const RULES_AS_FOUND = `
delete from policy where region_code = '${DISTRICT}' and version > ${String(POLICIES.length)};
delete from calendar_version c where region_code = '${DISTRICT}'
  and version < (select max(l.version) from calendar_version l where l.region_code = c.region_code)`;

const PEOPLE_AS_FOUND = `
delete from handover_pairing; delete from handover; delete from pairing;
insert into pairing select * from model_pairing;
update project j set leader_id = m.leader_id, version = m.version from model_project m
where m.id = j.id and m.version < j.version;
delete from project_change where version > 1;
update person set active = true where not active;
update account set disabled_at = null where disabled_at is not null;
delete from unit where id in (select unit_id from task_force);
delete from task_force_member; delete from task_force`;

export async function openSystem(): Promise<System> {
  const clone = await cloneDatabase();
  const owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query(TIME);
  await owner.query('set session_replication_role = replica');
  await planted(clone.url);
  await owner.query(
    `create table model_calendar as select * from calendar_version where region_code = '${DISTRICT}'`,
  );
  await owner.query(
    'create table model_pairing as table pairing; create table model_project as table project',
  );
  await owner.query(`insert into account (person_id, username, password_hash) select id, id, '' from person`);
  return new PlantedSystem(await openContext(clone.url, APPLICATION_ROLE), owner, () => clone.drop());
}

class PlantedSystem implements System {
  readonly database: Database;
  calendarVersion = 1;
  private wiped = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly owner: Client,
    private readonly drop: () => Promise<void>,
  ) {
    this.database = app.get(Database);
  }

  get<T>(token: abstract new (...dependencies: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }

  async setTime(at: number): Promise<void> {
    await this.owner.query({ name: 'model-time', text: `select setval('model_time', $1)`, values: [at] });
  }

  forget(): void {
    this.app.get<LeapingClock>(RealClock, { strict: false }).leap();
  }

  async wipe(last?: Model): Promise<void> {
    this.wiped += 1;
    const text =
      this.wiped % TRUNCATED_EVERY === 0
        ? `truncate ${TABLES.join(', ')}`
        : TABLES.map((table) => `delete from ${table}`).join(';');
    await this.owner.query(text);
    const rules = last?.rules.changed === true;
    const people = last?.people.posts.changed === true || last?.people.forces.changed === true;
    if (rules) await this.restoreRules();
    if (people) await this.owner.query(PEOPLE_AS_FOUND);
    if (rules || people) this.forget();
  }

  private async restoreRules(): Promise<void> {
    const { rows } = await this.owner.query<{ version: number }>(FIRST_CALENDAR);
    this.calendarVersion = rows[0]?.version ?? 1;
    await this.owner.query(RULES_AS_FOUND);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.drop();
  }
}

async function planted(url: string): Promise<void> {
  const app = await openContext(url);
  await plant(app.get(SeedStore, { strict: false }));
  await app.close();
}

const openContext = (url: string, role?: string): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(
    {
      module: RealThing,
      imports: [
        LeapingTime,
        PersistenceModule.forRoot({ url, poolSize: 4, ...(role === undefined ? {} : { role }) }),
      ],
    },
    { logger: false, abortOnError: false },
  );

/** Waits for a use case; a refusal is an outcome, any other error is a defect. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.refusal.code };
    throw error;
  }
}
