/** The latest version of a region's calendar. */
export const calendarInForce = (region: string): string =>
  `(select max(c.version) from calendar_version c where c.region_code = ${region})`;

/** The version of the policy in force on a day: the one made last of those that have taken effect, as `policyOn`. */
export const policyInForce = (region: string, day: string): string =>
  `(select max(p.version) from policy p where p.region_code = ${region} and p.effective_on <= ${day})`;

/**
 * The policy that has last brought running tickets along by a day, if any: one that a later decision replaced before
 * its day has never been in force.
 */
export const rebasingPolicy = (region: string, day: string): string => `(
  select max(p.version) from policy p where p.region_code = ${region} and p.rebases and p.effective_on <= ${day}
    and not exists (select from policy q where q.region_code = p.region_code and q.version > p.version
      and q.effective_on <= p.effective_on))`;
