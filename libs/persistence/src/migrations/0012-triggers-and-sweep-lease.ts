import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a problem starts and what happens around a due time become data of every policy, whose stored versions get
 * what was in force so far. Of several workers one sweeps at a time.
 */
export class TriggersAndSweepLease1700000000012 implements MigrationInterface {
  name = 'TriggersAndSweepLease1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update policy set body = '${NEW_TERMS}'::jsonb || body`);
    await runner.query(TRIGGERS);
    await runner.query(`alter table escalation drop constraint escalation_cause_check,
      add constraint escalation_cause_check check (cause in ${CAUSES})`);
    await runner.query(SWEEP_LEASE);
    await runner.query(ROUTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_routes');
    await runner.query('drop table sweep_lease');
    await runner.query(`alter table escalation drop constraint escalation_cause_check,
      add constraint escalation_cause_check check (cause in ${CAUSES_BEFORE}) not valid`);
    await runner.query(VALIDATED_IF_IT_HOLDS);
    await runner.query('alter table ticket drop trigger_at');
    await runner.query('alter table ticket_clock drop fired');
    await runner.query(`update policy set body = body - 'startTiers' - 'windowRaisesBy' - 'triggers'`);
  }
}

// What the program did by itself before it read it from the policy; what a district has set stays.
const NEW_TERMS = JSON.stringify({
  startTiers: { consult: 1, simple: 1, complex: 2, major: 4 },
  windowRaisesBy: 1,
  triggers: [
    {
      code: 'unclaimed',
      clock: 'claim',
      side: 'after',
      offset: { unit: 'workingDays', count: 0 },
      effect: 'urge',
    },
  ],
});

// An unclaimed ticket has been urged with its red lamp: not a second time.
const TRIGGERS = `
alter table ticket_clock add fired text[] not null default '{}';
alter table ticket add trigger_at timestamptz;
update ticket_clock set fired = '{unclaimed}' where kind = 'claim' and lapsed;`;

const CAUSES_BEFORE = `('manual','resolve_overdue','redispatched','disputed_twice','returned')`;
const CAUSES = `('manual','resolve_overdue','redispatched','disputed_twice','returned','leg_overdue','unclaimed')`;

const SWEEP_LEASE = `
create table sweep_lease (
  name text primary key,
  holder text not null,
  until timestamptz not null,
  swept_at timestamptz not null,
  storm_since timestamptz,
  storm_left integer not null default 0
);`;

// Whoever submits waits for the routing: it does not stand behind thousands of notices.
const ROUTES = `
create index outbox_routes on outbox (available_at) where finished_at is null and job = 'ticket.route';`;

// What has risen by a trigger stays on record; without such a row the constraint is as it was.
const VALIDATED_IF_IT_HOLDS = `
do $$ begin
  alter table escalation validate constraint escalation_cause_check;
exception when check_violation then null;
end $$`;
