import { OWN_POST_ONLY, scopeOf, unitsOf, type PersonActor } from '../access';
import { districtReader, type ReadRegion } from '../access/district-reader';
import type { RankingKind, RankingTable } from './ranking';

/** Whether the person reads all there is of a region, and so every row of its rankings. */
export const readsRegion = (reader: PersonActor, regionCode: string): boolean =>
  scopeOf(reader).regionCodes.includes(regionCode);

/** The rows that are the person's own: what it is itself, or the units it acts for. */
export const isOwnRow = (reader: PersonActor, kind: RankingKind, key: string): boolean =>
  kind === 'officer' ? reader.id === key : unitsOf(reader).includes(key);

/**
 * As whom a ranking is drawn for somebody. Who does not read the whole region still learns where it stands among
 * all, and nothing of a ticket about itself.
 */
export function drawnAs(reader: PersonActor, region: ReadRegion): PersonActor {
  if (readsRegion(reader, region.code)) return reader;
  const { standsInForIds } = reader.duties;
  return { ...districtReader(region), id: reader.id, duties: { ...OWN_POST_ONLY, standsInForIds } };
}

/** The table as the person may see it: all of it, or its own rows and how many there are. */
export function visibleTo(reader: PersonActor, table: RankingTable): RankingTable {
  if (readsRegion(reader, table.regionCode)) return table;
  const own = ({ key }: { readonly key: string }): boolean => isOwnRow(reader, table.kind, key);
  return { ...table, ranked: table.ranked.filter(own), apart: table.apart.filter(own) };
}
