import type { Statement } from './database';

/**
 * The region's own row stands for what is given to one of its writers at a time: the numbers of its bulletins, the
 * versions of its ranking scheme.
 */
export const LOCK_REGION: Statement = {
  name: 'region-lock',
  text: 'select 1 from region where code = $1 for no key update',
};
