import type { Directory } from '@zhuqi/application';
import type { Instant } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { NamedView, UnitView } from './named.view';

export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoOf(at));

/** A field that is left out when there is nothing to say. */
export const valueOrNothing = <K extends string, T>(key: K, value: T | null): Partial<Record<K, T>> =>
  value === null ? {} : ({ [key]: value } as Record<K, T>);

export async function namedOrNull(directory: Directory, id: string | null): Promise<NamedView | null> {
  const name = id === null ? null : await directory.nameOf(id);
  return id === null || name === null ? null : { id, name };
}

export async function unitOf(directory: Directory, id: string | null): Promise<UnitView | null> {
  const card = id === null ? null : await directory.unit(id);
  return card === null ? null : { id: card.id, name: card.name, kind: card.kind };
}

export async function unitNamed(directory: Directory, id: string | null): Promise<NamedView | null> {
  const card = id === null ? null : await directory.unit(id);
  return card === null ? null : { id: card.id, name: card.name };
}
