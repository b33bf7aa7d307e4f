import { hasRole, leadersOf, personsOf, type PersonActor } from '@zhuqi/domain';
import type { Parameters } from './scope-sql';

/**
 * Whether the reader is told whose ticket `t` is, as a condition; must agree with `seesSubmitter`. A filter on the
 * enterprise needs it: finding a confidential ticket by its enterprise tells as much as its name would.
 */
export function submitterCondition(reader: PersonActor, parameters: Parameters, t = 't'): string {
  const ways = hasRole(reader, 'auditor', 'administrator') ? ['true'] : waysIn(reader, parameters, t);
  const persons = `${parameters.add(personsOf(reader))}::uuid[]`;
  const about = `(${t}.about_person_id is null or ${t}.about_person_id <> all(${persons}))`;
  return `(not ${t}.confidential or (${['false', ...ways].join(' or ')}) and ${about})`;
}

function waysIn(reader: PersonActor, parameters: Parameters, t: string): string[] {
  const ways: string[] = [];
  if (hasRole(reader, 'enterprise'))
    ways.push(`${t}.enterprise_id = ${parameters.add(reader.enterpriseId)}::uuid`);
  if (hasRole(reader, 'liaison_officer')) {
    ways.push(`${t}.enterprise_id = any(${parameters.add(reader.pairedEnterpriseIds)}::uuid[])`);
  }
  const inRegion = (): string => `${t}.region_code = any(${parameters.add(reader.regionCodes)}::text[])`;
  if (hasRole(reader, 'office_dispatcher', 'city_coordinator')) ways.push(inRegion());
  if (hasRole(reader, 'district_leader')) {
    const leaders = `${parameters.add(leadersOf(reader))}::uuid[]`;
    ways.push(`${inRegion()} and ${t}.leader_id = any(${leaders})`);
  }
  return ways;
}
