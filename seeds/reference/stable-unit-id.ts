import { stableId } from '../stable-id';

/** The id under which a reference unit is kept, made from its natural key. */
export const stableUnitId = (key: string): string => stableId(`unit:${key}`);
