import type { Directory } from '@zhuqi/application';
import { REQUEST_RULES, REQUEST_STATE_LABEL, STANDING_LABEL, type TicketRequest } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { RequestDestinationView, RequestView } from './request.view';
import { isoOrNull, namedOrNull, unitNamed } from './view-values';

/** A request with names for its ids and labels for its codes. */
export async function requestView(request: TicketRequest, directory: Directory): Promise<RequestView> {
  const [to, askedBy, askedUnit, rulerUnit, ruledBy] = await Promise.all([
    destinationView(request.to, directory),
    namedOrNull(directory, request.askedById),
    unitNamed(directory, request.askedUnitId),
    unitNamed(directory, request.rulerUnitId),
    namedOrNull(directory, request.ruledById),
  ]);
  const { id, kind, state, round, reason, basis, evidence } = request;
  const { newDueOn, reviewOn, toSeverity, note } = request;
  return {
    ...{ id, kind, kindLabel: REQUEST_RULES[kind].label, state, stateLabel: REQUEST_STATE_LABEL[state] },
    ...{ round, reason, basis, evidence, to, newDueOn, reviewOn, toSeverity },
    ...{ askedAt: isoOf(request.askedAt), askedBy, askedUnit },
    ruleBy: isoOf(request.ruleBy),
    rulers: request.rulers.map((standing) => STANDING_LABEL[standing]),
    ...{ rulerUnit, ruledAt: isoOrNull(request.ruledAt), ruledBy, note },
  };
}

async function destinationView(
  to: TicketRequest['to'],
  directory: Directory,
): Promise<RequestDestinationView | null> {
  if (to === null) return null;
  const [unit, person] = await Promise.all([
    unitNamed(directory, to.unitId),
    namedOrNull(directory, to.personId),
  ]);
  return { tier: to.tier, unit, person };
}
