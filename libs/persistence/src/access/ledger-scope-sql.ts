import type { Scope } from '@zhuqi/domain';
import type { Parameters } from './scope-sql';

/**
 * The reader's scope on a ledger entry: the same tickets `scopeCondition` lets through, so that every figure is as
 * long as its list. What an entry does not carry (holders, who a complaint is about) is asked of the ticket.
 */
export function ledgerScopeCondition(scope: Scope, parameters: Parameters, l = 'l'): string {
  const persons = `${parameters.add(scope.personIds)}::uuid[]`;
  const tickets = (condition: string): string =>
    `${l}.ticket_id in (select held.id from ticket held where ${condition})`;
  const ways: string[] = [];
  if (scope.regionCodes.length > 0) {
    const region = `${l}.region_code = any(${parameters.add(scope.regionCodes)})`;
    const led = (): string => `${l}.leader_id = any(${parameters.add(scope.leaderIds)}::uuid[])`;
    ways.push(scope.confidentialToo ? region : `(${region} and (not ${l}.confidential or ${led()}))`);
  }
  if (scope.enterpriseIds.length > 0) {
    ways.push(`${l}.enterprise_id = any(${parameters.add(scope.enterpriseIds)}::uuid[])`);
  }
  if (scope.unitIds.length > 0) {
    ways.push(tickets(`held.held_unit_ids && ${parameters.add(scope.unitIds)}::uuid[]`));
  }
  if (scope.heldByPerson) ways.push(tickets(`held.held_person_ids && ${persons}`));
  // False, and still asks for the value: PostgreSQL refuses a statement that leaves one unused.
  if (ways.length === 0) return `(false and ${persons} is null)`;
  const about = `select about.id from ticket about where about.about_person_id = any(${persons})`;
  return `(${ways.join(' or ')}) and ${l}.ticket_id <> all (array(${about}))`;
}
