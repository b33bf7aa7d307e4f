import { accepted, refused, type Decision } from '../decision';

/** How much care an enterprise takes, in the terms of the 四上 list. */
export const ENTERPRISE_CLASSES = [
  { code: 'aboveScaleHundredMillion', label: '“四上”亿元以上企业' },
  { code: 'aboveScaleIndustrial', label: '规上工业企业' },
  { code: 'other', label: '其他包保企业' },
] as const satisfies readonly { readonly code: string; readonly label: string }[];

export type EnterpriseClass = (typeof ENTERPRISE_CLASSES)[number]['code'];

/** A district's capacity rules; every number is data, a district may set its own. */
export interface CaseloadRules {
  /** How many enterprises an officer holding one of this class may hold altogether. */
  readonly officerLimit: Readonly<Record<EnterpriseClass, number>>;
  /** How many key projects one leader takes charge of. */
  readonly leaderKeyProjects: { readonly least: number; readonly most: number };
}

/** The published rules of the programme; `other` is the district's own limit. */
export const DEFAULT_CASELOAD_RULES: CaseloadRules = {
  officerLimit: { aboveScaleHundredMillion: 1, aboveScaleIndustrial: 5, other: 5 },
  leaderKeyProjects: { least: 1, most: 2 },
};

/** What an officer would hold after the pairing, and how many the strictest class in hand allows. */
export interface Caseload {
  readonly holding: number;
  readonly limit: number;
}

const CLASS_LABEL = Object.fromEntries(
  ENTERPRISE_CLASSES.map(({ code, label }) => [code, label]),
) as Readonly<Record<EnterpriseClass, string>>;

/**
 * Whether an officer who holds enterprises of the classes `current` may take one more of `enterpriseClass`.
 * The strictest class in hand, the new one included, limits the whole caseload: who holds a 亿元以上
 * enterprise holds nothing else. Refuses with `pairing.over_capacity`; the office may override with a reason.
 */
export function mayPair(
  rules: CaseloadRules,
  current: readonly EnterpriseClass[],
  enterpriseClass: EnterpriseClass,
): Decision<Caseload> {
  const strictest = [...current, enterpriseClass].reduce((strict, candidate) =>
    rules.officerLimit[candidate] < rules.officerLimit[strict] ? candidate : strict,
  );
  const limit = rules.officerLimit[strictest];
  const holding = current.length + 1;
  if (holding > limit) {
    return refused(
      'pairing.over_capacity',
      `该服务专员已包保${current.length}户企业；包保${CLASS_LABEL[strictest]}的专员至多包保${limit}户，不能再增加`,
    );
  }
  return accepted({ holding, limit });
}

/**
 * Whether a leader in charge of `current` key projects may take one more.
 * Refuses with `pairing.over_capacity`.
 */
export function mayLeadKeyProject(rules: CaseloadRules, current: number): Decision<Caseload> {
  const limit = rules.leaderKeyProjects.most;
  if (current >= limit) {
    return refused('pairing.over_capacity', `该领导已包保${current}个重点项目，每位领导至多包保${limit}个`);
  }
  return accepted({ holding: current + 1, limit });
}
