import type { LoggedEvent } from '@zhuqi/application';
import { isoOf } from '../edge/instant';
import type { ActorView, EventView } from './ticket.view';

const HIDDEN_ACTOR: ActorView = { kind: 'person', id: null, name: '（保密）' };

/** An event with its words beside its values; who is not told the submitter sees nothing of the enterprise. */
export const eventView = (event: LoggedEvent, submitterTold: boolean): EventView => ({
  seq: event.seq,
  type: event.type,
  at: isoOf(event.at),
  actor: actorView(event.actor, submitterTold),
  data: { ...(submitterTold ? event.data : withoutEnterprise(event.data)), ...event.texts },
  hash: event.hash,
});

/** Any person of the enterprise would give it away, not only the one who submitted. */
const actorView = (
  { kind, id, name, enterpriseId, onBehalfOf }: LoggedEvent['actor'],
  told: boolean,
): ActorView =>
  told || enterpriseId === null
    ? { kind, id, name, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }
    : HIDDEN_ACTOR;

function withoutEnterprise({
  enterpriseId: _hidden,
  projectId: _owned,
  ...data
}: LoggedEvent['data']): LoggedEvent['data'] {
  return data;
}
