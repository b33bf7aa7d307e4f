import type { Policy } from '../sla';
import { SEVERITIES, TIERS, type Channel, type Severity, type Tier } from '../ticket/axes';

export interface Holder {
  readonly tier: Tier;
  readonly unitId: string | null;
  readonly personId: string | null;
}

/** Who stands in each place for an enterprise, as the pairing, township and industry say today. */
export interface Places {
  readonly officerId: string | null;
  readonly townshipId: string | null;
  readonly departmentId: string | null;
  readonly officeId: string | null;
  readonly cityOfficeId: string | null;
  readonly leaderId: string | null;
  /** The tiers whose place a project fills instead of its enterprise's; absent for an enterprise's own problem. */
  readonly projectTiers?: readonly Tier[];
}

/** Who answers for an enterprise's problems at each tier. */
export interface ChainOfResponsibility extends Places {
  /** The tiers in use, ascending, as the policy has them. */
  readonly ladder: readonly Tier[];
}

/** The holder a tier has, or null when the place is empty. The officer holds in person, the others as a unit. */
export function holderAt(chain: ChainOfResponsibility, tier: Tier): Holder | null {
  const unitByTier: Record<Exclude<Tier, 1>, string | null> = {
    2: chain.townshipId,
    3: chain.departmentId,
    4: chain.officeId,
    5: chain.cityOfficeId,
  };
  if (tier === 1) return chain.officerId === null ? null : { tier, unitId: null, personId: chain.officerId };
  const unitId = unitByTier[tier];
  return unitId === null ? null : { tier, unitId, personId: null };
}

/** The next tier of the ladder that has a holder; null at the top. */
export function holderAbove(chain: ChainOfResponsibility, tier: Tier): Holder | null {
  for (const next of chain.ladder) {
    if (next <= tier) continue;
    const holder = holderAt(chain, next);
    if (holder !== null) return holder;
  }
  return null;
}

/** The next tier down the ladder that has a holder other than the person a complaint is about; null at the bottom. */
export function holderBelow(
  chain: ChainOfResponsibility,
  tier: Tier,
  exceptPersonId: string | null,
): Holder | null {
  for (const next of chain.ladder.toReversed()) {
    if (next >= tier) continue;
    const holder = holderAt(chain, next);
    if (holder !== null && (holder.personId === null || holder.personId !== exceptPersonId)) return holder;
  }
  return null;
}

const OFFICE_TIER = 4;

export interface RoutingFacts {
  readonly severity: Severity;
  readonly channel: Channel;
  readonly aboutPersonId: string | null;
}

/** What a district has decided about where a problem starts. */
export type StartRules = Pick<Policy, 'startTiers' | 'windowRaisesBy'>;

/**
 * Severity decides the starting tier; the 办不成事 window starts higher, at most at the office;
 * a complaint about a person goes to the office so that it never reaches that person.
 */
export function startingTier(facts: RoutingFacts, { startTiers, windowRaisesBy }: StartRules): Tier {
  if (facts.aboutPersonId !== null) return OFFICE_TIER;
  const start = startTiers[facts.severity];
  if (facts.channel !== 'window' || start >= OFFICE_TIER) return start;
  return TIERS.find((tier) => tier >= start + windowRaisesBy && tier <= OFFICE_TIER) ?? OFFICE_TIER;
}

const NOBODY = {
  1: 'route.no_officer',
  2: 'route.no_township',
  3: 'route.no_department',
  4: 'route.no_office',
  5: 'route.no_office',
} as const satisfies Record<Tier, string>;

export const ROUTING_RULES = ['complaint', 'window', ...SEVERITIES] as const;
/** What decided the starting tier. */
export type RoutingRule = (typeof ROUTING_RULES)[number];

/** Where a tier's holder is looked up. */
export const ROUTING_SOURCES = ['pairing', 'township', 'industry', 'office', 'city', 'project'] as const;
export type RoutingSource = (typeof ROUTING_SOURCES)[number];

const SOURCE = {
  1: 'pairing',
  2: 'township',
  3: 'industry',
  4: 'office',
  5: 'city',
} as const satisfies Record<Tier, RoutingSource>;

const sourceOf = ({ projectTiers }: Places, tier: Tier): RoutingSource =>
  projectTiers?.includes(tier) === true ? 'project' : SOURCE[tier];

/** How the tier was found: what decided where to start, and which tiers the district does not use from there. */
export interface RoutingGrounds {
  readonly rule: RoutingRule;
  readonly startTier: Tier;
  readonly unused: readonly Tier[];
}

export type Routing = RoutingGrounds &
  (
    | { readonly found: true; readonly holder: Holder; readonly source: RoutingSource }
    | { readonly found: false; readonly tier: Tier; readonly reason: string }
  );

/** The starting tier's holder and why, or the reason why nobody was found: then the triage desk decides. */
export function chooseHolder(facts: RoutingFacts, chain: ChainOfResponsibility, rules: StartRules): Routing {
  const startTier = startingTier(facts, rules);
  // A tier the district does not use is passed over, as it is when a ticket rises.
  const tier = chain.ladder.find((rung) => rung >= startTier) ?? startTier;
  const unused = TIERS.filter((each) => each >= startTier && each < tier);
  const grounds = { rule: ruleOf(facts, rules), startTier, unused };
  const holder = holderAt(chain, tier);
  return holder === null
    ? { found: false, tier, reason: NOBODY[tier], ...grounds }
    : { found: true, holder, source: sourceOf(chain, tier), ...grounds };
}

function ruleOf({ aboutPersonId, channel, severity }: RoutingFacts, rules: StartRules): RoutingRule {
  if (aboutPersonId !== null) return 'complaint';
  return channel === 'window' && rules.windowRaisesBy > 0 ? 'window' : severity;
}
