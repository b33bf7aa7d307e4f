import { hasRole, type PersonActor } from '@zhuqi/domain';
import type { Parameters } from './scope-sql';

/**
 * Whether the reader is told whose ticket `t` is, as a condition; must agree with `seesSubmitter`. A filter on the
 * enterprise needs it: finding a confidential ticket by its enterprise tells as much as its name would.
 */
export function submitterCondition(reader: PersonActor, parameters: Parameters, t = 't'): string {
  if (hasRole(reader, 'auditor', 'administrator')) return 'true';
  const ways = [`not ${t}.confidential`];
  if (hasRole(reader, 'enterprise'))
    ways.push(`${t}.enterprise_id = ${parameters.add(reader.enterpriseId)}::uuid`);
  if (hasRole(reader, 'liaison_officer')) {
    ways.push(`${t}.enterprise_id = any(${parameters.add(reader.pairedEnterpriseIds)}::uuid[])`);
  }
  if (hasRole(reader, 'office_dispatcher', 'district_leader', 'city_coordinator')) {
    ways.push(`${t}.region_code = any(${parameters.add(reader.regionCodes)}::text[])`);
  }
  return `(${ways.join(' or ')})`;
}
