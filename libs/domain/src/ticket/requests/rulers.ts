import { holderAbove } from '../../responsibility/chain-of-responsibility';
import type { Context } from '../context';
import type { Standing } from '../lifecycle';
import type { RequestKind, TicketRequest } from '../request';
import type { Ticket } from '../ticket';
import { extensionsGranted } from './extension';

const OFFICE_TIER = 4;
const CITY_TIER = 5;

/**
 * Who may rule: the office, for an extension also the next tier; over the office itself a leader or the city; and
 * over a second extension only a leader.
 */
export function rulersOf(
  kind: RequestKind,
  ticket: Ticket,
  { chain, policy }: Context,
): Pick<TicketRequest, 'rulers' | 'rulerUnitId'> {
  const tier = ticket.tier ?? 1;
  const others: readonly Standing[] = tier === CITY_TIER ? ['office', 'leader'] : ['leader', 'city'];
  if (kind === 'extension' && extensionsGranted(ticket) >= policy.mostExtensions) {
    // Without a leader who may know of it somebody else decides, so that no request waits for nobody. Of a
    // confidential ticket only the leader on record knows, whoever is paired today.
    const leaderId = ticket.confidential ? ticket.leaderId : chain.leaderId;
    const led = leaderId !== null && leaderId !== ticket.aboutPersonId;
    return { rulers: led ? ['leader'] : others, rulerUnitId: null };
  }
  if (tier >= OFFICE_TIER) return { rulers: others, rulerUnitId: null };
  const rulers: readonly Standing[] = ['office'];
  return { rulers, rulerUnitId: kind === 'extension' ? (holderAbove(chain, tier)?.unitId ?? null) : null };
}
