import type { Change } from '../change';
import { stopClocks } from '../clockwork';
import type { Context } from '../context';
import { contacted } from './contact';

/** Written progress the enterprise can see: it ends the reply clock and counts as a first contact. */
export const told = (change: Change, ctx: Context): Change =>
  contacted({ ...change, ticket: stopClocks(change.ticket, ['reply'], ctx) }, ctx);
