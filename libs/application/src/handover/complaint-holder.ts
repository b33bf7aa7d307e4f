import type { ChainOfResponsibility, Holder } from '@zhuqi/domain';
import type { Directory } from '../ports/directory';

/**
 * Who takes a complaint that must not go to the person it is about: the office, or the city's above it, when somebody
 * else is there to act for it.
 */
export async function complaintHolder(
  directory: Directory,
  { officeId, cityOfficeId }: ChainOfResponsibility,
  exceptIds: readonly string[],
): Promise<Holder | null> {
  for (const [unitId, tier] of [
    [officeId, 4],
    [cityOfficeId, 5],
  ] as const) {
    if (unitId === null) continue;
    const handlers = await directory.handlersOf(unitId);
    if (handlers.some(({ id }) => !exceptIds.includes(id))) return { tier, unitId, personId: null };
  }
  return null;
}
