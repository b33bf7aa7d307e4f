import type { Directory } from '@zhuqi/application';
import {
  ASSIST_STATE_LABEL,
  dueAtIfResumed,
  type Assist,
  type Instant,
  type Ticket,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { AssistView } from './assist.view';
import { isoOrNull, namedOrNull, unitNamed } from './view-values';

/** What the view of an assist depends on besides it. */
export interface AssistScene {
  readonly ticket: Ticket;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
}

/** An assist with the due time of its own clock; a paused one shows what it would be if it ran on now. */
export async function assistView(assist: Assist, scene: AssistScene): Promise<AssistView> {
  const { ticket, now, calendar, directory } = scene;
  const { unitId, state, question, opinion, round, releaseReason } = assist;
  const [unit, endedBy] = await Promise.all([
    unitNamed(directory, unitId),
    namedOrNull(directory, assist.endedById),
  ]);
  const clock = ticket.clocks.find(({ id }) => id === assist.clockId);
  return {
    unit: unit ?? { id: unitId, name: '' },
    ...{ state, stateLabel: ASSIST_STATE_LABEL[state], question, opinion, round },
    askedAt: isoOf(assist.askedAt),
    dueAt: clock === undefined ? null : isoOf(dueAtIfResumed(clock, now, calendar)),
    ...{ endedAt: isoOrNull(assist.endedAt), endedBy, releaseReason },
  };
}
