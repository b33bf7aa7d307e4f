import { DEFAULT_CASELOAD_RULES, mayPair, type EnterpriseClass } from '@zhuqi/domain';
import type { DemoEnterprise } from './district-types';
import type { Random } from './random';

/** The enterprises one officer answers for; all lie in one township. */
export interface Caseload {
  readonly townshipId: string;
  readonly enterprises: DemoEnterprise[];
}

const NAMED_OFFICER_HOLDS = 4;
const classesOf = (caseload: Caseload): EnterpriseClass[] =>
  caseload.enterprises.map(({ enterpriseClass }) => enterpriseClass);

/** Whether one more enterprise fits an officer's caseload under the district's capacity rules. */
export const fits = (caseload: Caseload, enterprise: DemoEnterprise): boolean =>
  mayPair(DEFAULT_CASELOAD_RULES, classesOf(caseload), enterprise.enterpriseClass).ok;

/**
 * Spreads enterprises over exactly `officers` caseloads, township by township: every 亿元以上 enterprise
 * has an officer of its own, every officer has at least one enterprise, and the first caseload (the officer
 * with an account) holds the first enterprise and three more.
 */
export function spreadCaseloads(
  enterprises: readonly DemoEnterprise[],
  officers: number,
  random: Random,
): Caseload[] {
  const [named, ...others] = enterprises;
  if (named === undefined) return [];
  const home: Caseload = { townshipId: named.townshipId, enterprises: [named] };
  const waiting: DemoEnterprise[] = [];
  const caseloads: Caseload[] = [home];
  for (const enterprise of others) {
    const { townshipId } = enterprise;
    if (enterprise.enterpriseClass === 'aboveScaleHundredMillion')
      caseloads.push({ townshipId, enterprises: [enterprise] });
    else if (townshipId === home.townshipId && home.enterprises.length < NAMED_OFFICER_HOLDS)
      home.enterprises.push(enterprise);
    else waiting.push(enterprise);
  }
  return [...caseloads, ...spreadOrdinary(waiting, officers - caseloads.length, random)];
}

function spreadOrdinary(waiting: readonly DemoEnterprise[], officers: number, random: Random): Caseload[] {
  const townships = [...new Set(waiting.map(({ townshipId }) => townshipId))];
  let enterprisesLeft = waiting.length;
  let officersLeft = officers;
  return townships.flatMap((townshipId) => {
    const own = random.shuffled(waiting.filter((enterprise) => enterprise.townshipId === townshipId));
    const count = Math.round((own.length / enterprisesLeft) * officersLeft);
    enterprisesLeft -= own.length;
    officersLeft -= count;
    const caseloads = own.slice(0, count).map((first): Caseload => ({ townshipId, enterprises: [first] }));
    for (const enterprise of own.slice(count)) {
      random.pick(caseloads.filter((caseload) => fits(caseload, enterprise))).enterprises.push(enterprise);
    }
    return caseloads;
  });
}
