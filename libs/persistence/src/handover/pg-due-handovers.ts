import { Injectable } from '@nestjs/common';
import { DueHandovers } from '@zhuqi/application';
import { Database, type Statement } from '../database/database';
import { TODAY } from '../database/business-day.sql';

const DUE: Statement = {
  name: 'handover-due',
  text: `
select h.id from handover h join person successor on successor.id = h.to_person_id
where h.state = 'planned' and successor.active
  and h.effective_on <= ${TODAY}
order by h.effective_on, h.made_at, h.id`,
};

// Whoever decided before the handover was committed and wrote after it; of somebody out of service whatever it is.
const BELATED: Statement = {
  name: 'handover-belated',
  text: `
select latest.id from (
  select distinct on (h.from_person_id) h.* from handover h where h.state = 'done'
  order by h.from_person_id, h.done_at desc
) latest
join person predecessor on predecessor.id = latest.from_person_id
join person successor on successor.id = latest.to_person_id and successor.active
where latest.leaves and not predecessor.active and exists (
  select from ticket_follow_up f where f.person_id = latest.from_person_id and f.done_at is null)
or exists (
  select from ticket t join ticket_holding k on k.ticket_id = t.id and k.to_at is null
  where t.holder_person_id = latest.from_person_id and t.status not in ('closed', 'rejected', 'withdrawn')
    and (k.from_at <= latest.done_at or (latest.leaves and not predecessor.active)))
order by latest.done_at, latest.id`,
};

/** Reads without a lock; whoever carries one out looks again under it. */
@Injectable()
export class PgDueHandovers extends DueHandovers {
  constructor(private readonly database: Database) {
    super();
  }

  due(): Promise<readonly string[]> {
    return this.ids(DUE);
  }

  belated(): Promise<readonly string[]> {
    return this.ids(BELATED);
  }

  private async ids(statement: Statement): Promise<readonly string[]> {
    return (await this.database.named<{ id: string }>(statement)).map(({ id }) => id);
  }
}
