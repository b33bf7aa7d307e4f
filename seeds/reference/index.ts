import { stableId } from '../stable-id';

export * from './categories';
export * from './ladder';
export * from './regions';
export * from './rejection-grounds';
export * from './units';

/** The id under which a reference unit is kept, made from its natural key. */
export const stableUnitId = (key: string): string => stableId(`unit:${key}`);
