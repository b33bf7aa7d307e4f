/** The latest version of a region's calendar. */
export const calendarInForce = (region: string): string =>
  `(select max(c.version) from calendar_version c where c.region_code = ${region})`;

/** The version of the policy in force on a day: the latest that has taken effect, as `policyOn` of the domain. */
export const policyInForce = (region: string, day: string): string =>
  `(select p.version from policy p where p.region_code = ${region} and p.effective_on <= ${day}
    order by p.effective_on desc, p.version desc limit 1)`;

/**
 * Policies of a region that have been in force by a day and brought running tickets along, as rows `p`, the latest
 * first: one that a later version replaced before its day has never been in force.
 */
export const rebasingPolicies = (region: string, day: string): string => `
  policy p where p.region_code = ${region} and p.rebases and p.effective_on <= ${day}
    and not exists (select from policy q where q.region_code = p.region_code and q.version > p.version
      and q.effective_on <= p.effective_on)`;

/** Whether policy `a` took effect before policy `b`. */
export const isEarlier = (a: string, b: string): string =>
  `(${a}.effective_on, ${a}.version) < (${b}.effective_on, ${b}.version)`;
