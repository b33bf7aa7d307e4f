import { accepted, refused, type Decision } from '../decision';
import { SEVERITIES } from '../ticket/axes';
import type { Policy } from './policy';
import { sorted } from './sorted-data';

/**
 * Whether a policy can follow another: refused when nothing differs (unless running tickets are to be brought along),
 * and when a problem would start above the district's ladder.
 */
export function succeeds(next: Policy, last: Policy | null, rebases: boolean): Decision<Policy> {
  if (last !== null && !rebases && sameTerms(next, last)) {
    return refused('policy.unchanged', '时限规则没有变化');
  }
  const top = next.ladder.at(-1) ?? 0;
  const lost = SEVERITIES.find((severity) => next.startTiers[severity] > top);
  if (lost === undefined) return accepted(next);
  return refused('policy.invalid', `起始层级高于本区最高层级（${String(top)}）`, `/startTiers/${lost}`);
}

const sameTerms = (a: Policy, b: Policy): boolean => wording(a) === wording(b);

/** The terms without their version and day, whatever the order they were written in. */
const wording = ({ version: _version, effectiveOn: _day, ...terms }: Policy): string =>
  JSON.stringify(sorted(terms));
