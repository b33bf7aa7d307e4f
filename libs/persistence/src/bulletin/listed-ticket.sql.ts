/**
 * The columns of a ticket in a published list as it stood at the moment `asOf` (a placeholder); `t` is the ticket.
 * Its unit is that of the hop it was in, its tier that of its last posting. A person holds it in the unit's place at
 * first; of a confidential ticket it is not named, for whose officer it is tells whose ticket it is.
 */
export const listedTicket = (asOf: string): string => `
  t.id as "ticketId", t.number, case when t.project_id is null then 'enterprise' else 'project' end as population,
  t.confidential, t.title,
  (select enterprise.name from enterprise where enterprise.id = t.enterprise_id) as enterprise,
  (select coalesce(unit.name, case when t.confidential then '驻企专员' else person.name end)
    from ticket_holding hop
    left join unit on unit.id = hop.unit_id left join person on person.id = hop.person_id
    where hop.ticket_id = t.id and hop.from_at <= ${asOf} order by hop.ordinal desc limit 1) as unit,
  (select last.tier from ledger last where last.ticket_id = t.id and last.at <= ${asOf}
    order by last.seq desc, last.part desc limit 1) as tier`;

/** A complaint about staff is in no list: those complained about read it as well. */
export const ABOUT_NOBODY = 't.about_person_id is null';
