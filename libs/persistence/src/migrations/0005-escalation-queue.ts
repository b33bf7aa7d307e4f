import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a ticket last rose. Years of finished tickets stand before the open ones in the order of escalation, so the
 * queue needs an index that leaves them out, and that index needs the moment on the ticket.
 */
export class EscalationQueue1700000000005 implements MigrationInterface {
  name = 'EscalationQueue1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ticket add column escalated_at timestamptz');
    await runner.query(`update ticket t set escalated_at = latest.at
      from (select ticket_id, max(at) as at from escalation group by ticket_id) latest where latest.ticket_id = t.id`);
    await runner.query('drop index if exists escalation_time');
    await runner.query(`create index ticket_escalated_open on ticket (region_code, escalated_at, id)
      where escalated_at is not null and status in ${UNANSWERED}`);
    await runner.query(`create index ticket_escalated_done on ticket (region_code, escalated_at, id)
      where escalated_at is not null and status in ${DONE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_escalated_open, ticket_escalated_done');
    await runner.query('create index escalation_time on escalation (at, ticket_id)');
    await runner.query('alter table ticket drop column escalated_at');
  }
}

const UNANSWERED = `('submitted','accepted','dispatched','in_progress','need_info','suspended')`;
const DONE = `('answered','closed','rejected','withdrawn','merged')`;
