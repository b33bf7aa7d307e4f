import { RulingQueue, type RulingFilter, type RulingItem } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { allPages } from './pages';
import { idOf, type ReadingRoom } from './reading-room';

export const MONDAY = '2023-10-16T01:00:00Z';
const NEXT_WEEK = '2023-10-25T09:00:00Z';

/** Puts a request on a ticket: asked on Monday by the township, for the office to rule by the next week. */
export const insertRequest = (
  room: ReadingRoom,
  { key, ticket, columns }: { key: string; ticket: string; columns?: Readonly<Record<string, unknown>> },
): Promise<void> =>
  room.insert('ticket_request', {
    id: idOf(key),
    ticket_id: idOf(ticket),
    ordinal: 1,
    kind: 'extension',
    state: 'pending',
    round: 1,
    hop: 1,
    asked_at: MONDAY,
    asked_by_id: idOf('township'),
    asked_unit_id: idOf('dongsheng'),
    reason: '需外购变压器',
    rule_by: NEXT_WEEK,
    rulers: ['office'],
    reminded: false,
    ...columns,
  });

export type ReadRulings = (
  who: PersonActor,
  filter?: RulingFilter,
  limit?: number,
) => Promise<readonly RulingItem[]>;

/** Reads the whole queue of somebody, a few items at a time. */
export function rulingsOf(room: ReadingRoom): ReadRulings {
  const queue = room.port(RulingQueue);
  return async (who, filter = { state: 'pending' }, limit = 2) =>
    (await allPages((page) => queue.page(who, filter, page), limit)).items;
}
