import type { ProjectPlan } from '@zhuqi/domain';
import { InvalidInput } from '../edge';
import type { ChangeProjectDto, EnterProjectDto } from './project.dto';

/** What was not said of a new project is not settled yet; it begins as planned. */
export const planOf = (said: Omit<EnterProjectDto, 'enterpriseId' | 'overCapacity'>): ProjectPlan => ({
  name: said.name,
  code: said.code ?? null,
  townshipId: said.townshipId ?? null,
  sector: said.sector,
  investmentWan: said.investmentWan,
  funding: said.funding,
  leaderId: said.leaderId ?? null,
  departmentId: said.departmentId ?? null,
  secretaryId: said.secretaryId ?? null,
  state: said.state ?? 'planned',
  startsOn: said.startsOn ?? null,
  completesOn: said.completesOn ?? null,
});

/** Only what was said changes; what is to be cleared becomes nothing, and cannot be something else as well. */
export function changedPlanOf({
  clear = [],
  reason: _reason,
  overCapacity: _overCapacity,
  ...said
}: ChangeProjectDto): Partial<ProjectPlan> {
  const both = clear.filter((field) => said[field] !== undefined);
  if (both.length > 0) {
    const message = '不能既填写又清空';
    throw new InvalidInput(both.map((field) => ({ pointer: `/${field}`, code: 'field.conflict', message })));
  }
  return { ...said, ...Object.fromEntries(clear.map((field) => [field, null])) };
}
