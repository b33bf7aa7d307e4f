/** Business time, read once per statement however many rows there are; needs {@link MOMENT}. */
export const NOW = '(select now from moment)';

/** Like {@link MOMENT}, with a time read before, so that several statements share it. */
export const momentAt = (placeholder: string): string =>
  `moment as materialized (select ${placeholder}::timestamptz as now)`;

/** The first part of a statement that asks for the time or for lamps. */
export const MOMENT = 'moment as materialized (select business_now() as now)';

/** By weight, from best to worst. */
const LAMPS_BY_WEIGHT = `array['grey', 'green', 'yellow', 'red']`;
const GREEN = 1;

/** When a clock's time stood still: at the pause it never came out of, else when it was stopped; null while it runs. */
export const standsAt = (clock: string): string => {
  const last = `${clock}.pauses -> -1`;
  return `case when (${last} ->> 'from') is not null and (${last} ->> 'to') is null
    then to_timestamp((${last} ->> 'from')::bigint / 1000.0) else ${clock}.stopped_at end`;
};

/** The clocks that speak for a ticket are its promise and the leg of its present holder. */
const weights = (ticket: string): string => `
  select case clock.state
      when 'running' then case when clock.due_at <= ${NOW} then 3 when clock.warn_at <= ${NOW} then 2 else ${GREEN} end
      when 'stopped' then case when ${standsAt('clock')} > clock.due_at then 3 else ${GREEN} end
      else 0
    end as weight
  from ticket_clock clock
  where clock.ticket_id = ${ticket}.id
    and (clock.kind = 'resolve' or clock.id = (
      select hop.clock_id from ticket_holding hop where hop.ticket_id = ${ticket}.id and hop.to_at is null))`;

/**
 * The lamp of a ticket as `lamp.color` and `lamp.weight` (3 red, 2 yellow, 1 green, 0 grey), from its clocks and
 * now, as the domain's `ticketLamp` has it: a test holds the two together. Needs {@link MOMENT}.
 */
export const lampOf = (ticket: string): string => `
  cross join lateral (
    select coalesce(max(clocks.weight), ${GREEN}) as weight,
      (${LAMPS_BY_WEIGHT})[1 + coalesce(max(clocks.weight), ${GREEN})] as color
    from (${weights(ticket)}) clocks
  ) lamp`;
