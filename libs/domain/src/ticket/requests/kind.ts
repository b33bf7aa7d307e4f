import type { Decision, Declined } from '../../decision';
import type { Holder } from '../../responsibility/chain-of-responsibility';
import type { Day } from '../../time';
import type { Severity } from '../axes';
import type { Change } from '../change';
import type { Context } from '../context';
import type { RequestKind, TicketRequest } from '../request';
import type { Ticket } from '../ticket';

/** A request as the holder makes it; `to` is the unit that was named. */
export interface RequestInput {
  readonly kind: RequestKind;
  readonly reason: string;
  readonly basis?: string;
  readonly evidence?: string;
  readonly to?: Holder;
  readonly newDueOn?: Day;
  readonly reviewOn?: Day;
  readonly toSeverity?: Severity;
}

/** What decides whether a request can be made at all; who sits where does not matter yet. */
export type Terms = Pick<Context, 'now' | 'calendar' | 'policy'>;

/** What one kind of request asks before it may be made, and what its approval does. */
export interface RequestProcedure {
  /** Fields of the input that mean something here; any other is refused. */
  readonly takes: readonly (keyof RequestInput)[];
  /** Everything that stands in its way whatever is written in it (409); the first is told. */
  readonly hindrances: (ticket: Ticket, terms: Terms) => readonly Declined[];
  /** What is wrong with what is written in it (422); null when nothing is. */
  readonly objection: (ticket: Ticket, input: RequestInput, ctx: Context) => Declined | null;
  /** Where it would go, when that follows from the ticket rather than from the input. */
  readonly destination?: (ticket: Ticket, input: RequestInput, ctx: Context) => Holder | null;
  /** The change an approval makes; refused when the time for it has passed meanwhile. */
  readonly approve: (change: Change, request: TicketRequest, ctx: Context) => Decision<Change>;
}
