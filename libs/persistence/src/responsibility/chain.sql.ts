/** Who answers for an enterprise at each tier on a business day, as one JSON object. `e` is the enterprise row. */
export const chainOf = (e: string, day: string): string => `
json_build_object(
  'officerId', (select p.person_id from pairing p where p.enterprise_id = ${e}.id and p.kind = 'officer' and p.valid @> ${day}),
  'leaderId', (select p.person_id from pairing p where p.enterprise_id = ${e}.id and p.kind = 'leader' and p.valid @> ${day}),
  'townshipId', ${e}.township_id,
  'departmentId', (select i.unit_id from unit_industry i where i.region_code = ${e}.region_code and i.industry = ${e}.industry),
  'officeId', (select u.id from unit u where u.region_code = ${e}.region_code and u.kind = 'office' order by u.position limit 1),
  'cityOfficeId', (select u.id from unit u join region r on r.parent_code = u.region_code
                   where r.code = ${e}.region_code and u.kind = 'city_office' order by u.position limit 1)
)`;
