import type { Instant, PersonActor, Scope } from '@zhuqi/domain';
import { unitsOf } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { toTimestamp } from '../ticket/column-mapper';
import { isOpen } from '../ticket-list/open-status.sql';
import { DUE } from '../ticket-list/ticket-order.sql';

/** What costs is how many tickets are looked at: always so many of the latest, however many have been before. */
const MOST_OF_REGIONS = 2_000;
const MOST_OF_AN_ENTERPRISE = 200;
const MOST_OF_A_QUEUE = 200;

const NOW = '(select business_now())';
const LATEST_FIRST = 't.submitted_at desc, t.id desc';

/** What is known of where to look; scope and wishes apply behind every place. */
export interface Whereabouts {
  readonly reader: PersonActor;
  readonly scope: Scope;
  readonly regionCode?: string | undefined;
  /** Only tickets of this enterprise. */
  readonly enterpriseId?: string | undefined;
  /** Tickets of this enterprise further back than those of others. */
  readonly alsoOf?: string | undefined;
  readonly until?: Instant | undefined;
}

/** Index scans that end by themselves, each a `from` item with the columns of a ticket. */
export function placesOf(where: Whereabouts, parameters: Parameters): readonly string[] {
  const { scope, reader, enterpriseId, alsoOf, until } = where;
  const moment = until === undefined ? NOW : `${parameters.add(toTimestamp(until))}::timestamptz`;
  const submitted = `t.submitted_at between ${moment} - interval '365 days' and ${moment}`;
  const enterprises = (ids: readonly string[]): string[] =>
    placesIn(ids, (values) => ({
      ...{ values: `${parameters.add(values)}::uuid[]`, most: MOST_OF_AN_ENTERPRISE, order: LATEST_FIRST },
      condition: `t.enterprise_id = one.value and ${submitted}`,
    }));
  if (enterpriseId !== undefined) return enterprises([enterpriseId]);
  const regions = regionsOf(where);
  return [
    ...placesIn(regions, (values) => ({
      ...{ values: `${parameters.add(values)}::text[]`, order: LATEST_FIRST },
      most: Math.ceil(MOST_OF_REGIONS / values.length),
      condition: `t.region_code = one.value and ${submitted}`,
    })),
    ...enterprises([...new Set([...scope.enterpriseIds, ...(alsoOf === undefined ? [] : [alsoOf])])]),
    ...placesIn(scope.unitIds.length === 0 ? [] : unitsOf(reader), (values) => ({
      ...{ values: `${parameters.add(values)}::uuid[]`, most: MOST_OF_A_QUEUE, order: DUE },
      condition: `t.holder_unit_id = one.value and ${isOpen()}`,
    })),
  ];
}

/** An enterprise reads only its own: the latest of its district would be other people's. */
function regionsOf({ scope, reader, regionCode }: Whereabouts): readonly string[] {
  if (regionCode !== undefined) return [regionCode];
  if (scope.regionCodes.length > 0) return scope.regionCodes;
  return scope.unitIds.length > 0 || scope.heldByPerson ? [reader.regionCode] : [];
}

interface Place {
  readonly values: string;
  readonly condition: string;
  readonly order: string;
  readonly most: number;
}

function placesIn(ids: readonly string[], placeOf: (ids: readonly string[]) => Place): string[] {
  if (ids.length === 0) return [];
  const { values, condition, order, most } = placeOf(ids);
  return [
    `(select looked.* from unnest(${values}) one(value) cross join lateral
      (select t.* from ticket t where ${condition} order by ${order} limit ${String(most)}) looked)`,
  ];
}
