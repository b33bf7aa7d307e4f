/** The last one that came to its end. */
export const LAST_VERIFICATION = `
select (extract(epoch from ran_at) * 1000)::float8 as "ranAt", events::float8, postings::float8, faults::float8
from verification where ran_at is not null order by night desc limit 1`;
