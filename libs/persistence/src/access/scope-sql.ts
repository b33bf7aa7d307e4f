import type { Scope } from '@zhuqi/domain';

/** Collects the values of a statement while its text is being put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and answers its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The reader's scope as one condition on the ticket alias `t`; must agree with `withinScope` of the domain. */
export function scopeCondition(scope: Scope, parameters: Parameters, t = 't'): string {
  const persons = `${parameters.add(scope.personIds)}::uuid[]`;
  const ways: string[] = [];
  if (scope.regionCodes.length > 0) {
    const region = `${t}.region_code = any(${parameters.add(scope.regionCodes)})`;
    const led = (): string => `${t}.leader_id = any(${parameters.add(scope.leaderIds)}::uuid[])`;
    ways.push(scope.confidentialToo ? region : `(${region} and (not ${t}.confidential or ${led()}))`);
  }
  if (scope.enterpriseIds.length > 0)
    ways.push(`${t}.enterprise_id = any(${parameters.add(scope.enterpriseIds)})`);
  if (scope.unitIds.length > 0) ways.push(`${t}.held_unit_ids && ${parameters.add(scope.unitIds)}::uuid[]`);
  if (scope.heldByPerson) ways.push(`${t}.held_person_ids && ${persons}`);
  // False, and still asks for the value: PostgreSQL refuses a statement that leaves one unused.
  if (ways.length === 0) return `(false and ${persons} is null)`;
  return `(${ways.join(' or ')}) and (${t}.about_person_id is null or ${t}.about_person_id <> all(${persons}))`;
}
