import { Injectable } from '@nestjs/common';
import { ActorBook, type SignedInPerson } from '@zhuqi/application';
import type { Role } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { PAIRED_TODAY, PLACES_OF_P, UNITS_OF_ABSENT } from './duties.sql';

interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly region_code: string;
  readonly region_name: string;
  readonly region_codes: string[];
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly unit_kind: string | null;
  readonly enterprise_id: string | null;
  readonly enterprise_name: string | null;
  readonly paired_enterprise_ids: string[];
  readonly led_unit_ids: string[];
  readonly member_unit_ids: string[];
  readonly absent_ids: string[];
  readonly absent_names: string[];
  readonly leads_for_ids: string[];
  readonly units_of_absent: string[];
  readonly session_version: number;
  readonly ended: boolean;
}

const ACTOR: Statement = {
  name: 'access.actor',
  text: `
select p.id, p.name, p.roles, p.region_code, r.name as region_name,
       (with recursive below as (
          select code from region where code = p.region_code
          union all select c.code from region c join below b on c.parent_code = b.code
        ) select array_agg(code order by code) from below) as region_codes,
       u.id as unit_id, u.name as unit_name, u.kind as unit_kind,
       e.id as enterprise_id, e.name as enterprise_name,
       ${PAIRED_TODAY} as paired_enterprise_ids,
       place.absent_ids, array(select q.name from person q where q.id = any(place.absent_ids) order by q.id) as absent_names,
       place.leads_for_ids, ${UNITS_OF_ABSENT} as units_of_absent,
       array(select f.unit_id from task_force f
              where (f.lead_id = p.id or f.lead_id = any(place.absent_ids)) and f.dissolved_at is null) as led_unit_ids,
       array(select m.task_force_id from task_force_member m join task_force f on f.unit_id = m.task_force_id
              where m.unit_id = p.unit_id and m.left_at is null and f.dissolved_at is null) as member_unit_ids,
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
    actor: {
      kind: 'person',
      id: row.id,
      name: row.name,
      roles: row.roles,
      regionCode: row.region_code,
      regionCodes: row.region_codes,
      unitId: row.unit_id,
      enterpriseId: row.enterprise_id,
      pairedEnterpriseIds: row.paired_enterprise_ids,
      duties: {
        unitIds: [...row.led_unit_ids, ...row.units_of_absent],
        memberUnitIds: row.member_unit_ids,
        standsInForIds: row.absent_ids,
        leadsForIds: row.leads_for_ids,
      },
    },
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
