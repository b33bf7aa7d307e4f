import { scopeOf, type PersonActor } from '@zhuqi/domain';
import type { Parameters } from './scope-sql';

/** Which enterprises a reader may see, as one condition on the enterprise alias `e`. Deny by default. */
export function enterpriseScopeCondition(reader: PersonActor, parameters: Parameters, e = 'e'): string {
  const scope = scopeOf(reader);
  const ways: string[] = [];
  if (scope.regionCodes.length > 0)
    ways.push(`${e}.region_code = any(${parameters.add(scope.regionCodes)}::text[])`);
  if (scope.enterpriseIds.length > 0)
    ways.push(`${e}.id = any(${parameters.add(scope.enterpriseIds)}::uuid[])`);
  if (scope.unitIds.length > 0) {
    const units = `any(${parameters.add(scope.unitIds)}::uuid[])`;
    ways.push(`${e}.township_id = ${units}`);
    ways.push(`(${e}.region_code, ${e}.industry) in (
      select own.region_code, own.industry from unit_industry own where own.unit_id = ${units})`);
  }
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}
