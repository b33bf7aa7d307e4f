import type { PersonActor, Role } from '@zhuqi/domain';
import type { Statement } from '../database/database';
import { PAIRED_TODAY, PLACES_OF_P, UNITS_OF_ABSENT } from './duties.sql';

/** A person with all it answers for, as the database says it. */
export interface ReachRow {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly region_code: string;
  readonly region_codes: string[];
  readonly unit_id: string | null;
  readonly enterprise_id: string | null;
  readonly paired_enterprise_ids: string[];
  readonly led_unit_ids: string[];
  readonly member_unit_ids: string[];
  readonly absent_ids: string[];
  readonly leads_for_ids: string[];
  readonly units_of_absent: string[];
}

/** The columns of it, of the person `p` and its `place`. */
export const REACH = `p.id, p.name, p.roles, p.region_code, p.unit_id, p.enterprise_id,
       (with recursive below as (
          select code from region where code = p.region_code
          union all select c.code from region c join below b on c.parent_code = b.code
        ) select array_agg(code order by code) from below) as region_codes,
       ${PAIRED_TODAY} as paired_enterprise_ids,
       place.absent_ids, place.leads_for_ids, ${UNITS_OF_ABSENT} as units_of_absent,
       array(select f.unit_id from task_force f
              where (f.lead_id = p.id or f.lead_id = any(place.absent_ids)) and f.dissolved_at is null) as led_unit_ids,
       array(select m.task_force_id from task_force_member m join task_force f on f.unit_id = m.task_force_id
              where m.unit_id = p.unit_id and m.left_at is null and f.dissolved_at is null) as member_unit_ids`;

/** The people of a list who are in service. */
export const IN_SERVICE: Statement = {
  name: 'access.in_service',
  text: `select ${REACH} from person p ${PLACES_OF_P} where p.id = any($1::uuid[]) and p.active`,
};

export const actorOf = (row: ReachRow): PersonActor => ({
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
});
