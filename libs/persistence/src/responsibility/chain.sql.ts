/**
 * Who answers at each tier on a business day, as one JSON object: for the enterprise row `e`, and where its project
 * row `j` names somebody, that one. `j` is outer-joined, all null for the enterprise's own problems.
 */
export const chainOf = (e: string, day: string, j = 'j'): string => `
json_build_object(
  'officerId', (select p.person_id from pairing p where p.enterprise_id = ${e}.id and p.kind = 'officer' and p.valid @> ${day}),
  'leaderId', coalesce(${j}.leader_id, (select p.person_id from pairing p
    where p.enterprise_id = ${e}.id and p.kind = 'leader' and p.valid @> ${day})),
  'townshipId', coalesce(${j}.township_id, ${e}.township_id),
  'departmentId', coalesce(${j}.department_id, (select i.unit_id from unit_industry i
    where i.region_code = ${e}.region_code and i.industry = ${e}.industry)),
  'officeId', (select u.id from unit u where u.region_code = ${e}.region_code and u.kind = 'office' order by u.position limit 1),
  'cityOfficeId', (select u.id from unit u join region r on r.parent_code = u.region_code
                   where r.code = ${e}.region_code and u.kind = 'city_office' order by u.position limit 1),
  'projectTiers', array_remove(array[case when ${j}.township_id is not null then 2 end,
    case when ${j}.department_id is not null then 3 end], null)
)`;
