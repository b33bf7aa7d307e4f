import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  CheckClocks,
  DeliverNotice,
  MergeTickets,
  RealClock,
  Refused,
  RouteTicket,
  SeedStore,
  SubmitTicket,
  TakeAction,
  TicketProcedure,
} from '@zhuqi/application';
import { APPLICATION_ROLE, Database, PersistenceModule } from '@zhuqi/persistence';
import { Client } from 'pg';
import { cloneDatabase } from '../support/database';
import { plant } from './district';

const USE_CASES = [
  ...[TicketProcedure, SubmitTicket, RouteTicket, TakeAction],
  ...[MergeTickets, CheckClocks, DeliverNotice],
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
  /** Removes every ticket and whatever hangs on one. */
  wipe(): Promise<void>;
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
  ...['notice', 'outbox', 'idempotency', 'ledger', 'escalation', 'ticket_text', 'ticket_event'],
  ...['handover_ticket', 'matter', 'ticket_follow_up', 'ticket_conference', 'ticket_item', 'ticket_assist'],
  ...['ticket_request', 'ticket_holding', 'ticket_clock', 'ticket'],
];

/** Deleting a few rows is faster than truncating, as long as the dead ones are cleared away from time to time. */
const TRUNCATED_EVERY = 100;

export async function openSystem(): Promise<System> {
  const clone = await cloneDatabase();
  const owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query(TIME);
  await owner.query('set session_replication_role = replica');
  await planted(clone.url);
  const app = await openContext(clone.url, APPLICATION_ROLE);
  let wiped = 0;
  return {
    database: app.get(Database),
    get: (token) => app.get(token, { strict: false }),
    setTime: async (at) => {
      await owner.query({ name: 'model-time', text: `select setval('model_time', $1)`, values: [at] });
    },
    forget: () => app.get<LeapingClock>(RealClock, { strict: false }).leap(),
    wipe: async () => {
      wiped += 1;
      const text =
        wiped % TRUNCATED_EVERY === 0
          ? `truncate ${TABLES.join(', ')}`
          : TABLES.map((table) => `delete from ${table}`).join(';');
      await owner.query(text);
    },
    close: async () => {
      await app.close();
      await owner.end();
      await clone.drop();
    },
  };
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
