import { Injectable } from '@nestjs/common';
import { ActorBook, type SignedInPerson } from '@zhuqi/application';
import { Database, type Statement } from '../database/database';
import { PLACES_OF_P } from './duties.sql';
import { actorOf, REACH, type ReachRow } from './reach.sql';

interface ActorRow extends ReachRow {
  readonly region_name: string;
  readonly unit_name: string | null;
  readonly unit_kind: string | null;
  readonly enterprise_name: string | null;
  readonly absent_names: string[];
  readonly session_version: number;
  readonly ended: boolean;
}

const ACTOR: Statement = {
  name: 'access.actor',
  text: `
select ${REACH}, r.name as region_name, u.name as unit_name, u.kind as unit_kind, e.name as enterprise_name,
       array(select q.name from person q where q.id = any(place.absent_ids) order by q.id) as absent_names,
       a.session_version,
       a.disabled_at is not null or not p.active
         or exists (select 1 from account_session s where s.family = $2 and s.revoked_at is not null) as ended
  from person p
  join account a on a.person_id = p.id
  join region r on r.code = p.region_code
  ${PLACES_OF_P}
  left join unit u on u.id = p.unit_id
  left join enterprise e on e.id = p.enterprise_id
 where p.id = $1`,
};

/** Who a person is right now: roles, reach, and whether this sign-in still holds. One statement. */
@Injectable()
export class ActorReader extends ActorBook {
  constructor(private readonly database: Database) {
    super();
  }

  async find(personId: string, family: string): Promise<SignedInPerson | null> {
    const [row] = await this.database.named<ActorRow>(ACTOR, [personId, family]);
    return row === undefined ? null : personOf(row);
  }
}

function personOf(row: ActorRow): SignedInPerson {
  return {
    actor: actorOf(row),
    sessionVersion: row.session_version,
    ended: row.ended,
    unit:
      row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '', kind: row.unit_kind ?? '' },
    standsInFor: row.absent_ids.map((id, index) => ({ id, name: row.absent_names[index] ?? '' })),
    region: { code: row.region_code, name: row.region_name },
    enterprise:
      row.enterprise_id === null ? null : { id: row.enterprise_id, name: row.enterprise_name ?? '' },
  };
}
