import type { Day } from '@zhuqi/domain';
import { fits, type Caseload } from './caseloads';
import type { DemoEnterprise, DemoPairing, DemoPerson } from './district-types';
import { elementAt, type Random } from './random';

/** The programme began to pair every enterprise on this day. */
const PROGRAMME_START: Day = '2022-09-01';

const CHANGES = ['2023-02-13', '2023-03-20', '2023-05-08', '2023-06-12', '2023-07-17', '2023-08-21'] as const;

/** Every enterprise's officer today, and for `changed` of them the officer before. */
export function pairWithOfficers(
  caseloads: readonly Caseload[],
  officers: readonly DemoPerson[],
  changed: number,
  random: Random,
): DemoPairing[] {
  const before = new Map<string, DemoPairing>();
  const candidates = random.shuffled(caseloads.slice(1).flatMap(({ enterprises }) => enterprises));
  const full = new Set<Caseload>();
  for (const enterprise of candidates) {
    if (before.size === changed) break;
    const former = caseloads.findIndex(
      (caseload) => mayHaveHeld(caseload, enterprise) && !full.has(caseload),
    );
    const officer = officers[former];
    if (officer === undefined) continue;
    full.add(elementAt(caseloads, former));
    const { id: enterpriseId } = enterprise;
    const to = random.pick(CHANGES);
    before.set(enterpriseId, {
      enterpriseId,
      kind: 'officer',
      personId: officer.id,
      from: PROGRAMME_START,
      to,
    });
  }
  const current = caseloads.flatMap((caseload, index) =>
    caseload.enterprises.map(({ id: enterpriseId }): DemoPairing => {
      const from = before.get(enterpriseId)?.to ?? PROGRAMME_START;
      return { enterpriseId, kind: 'officer', personId: elementAt(officers, index).id, from, to: null };
    }),
  );
  return [...before.values(), ...current];
}

/** The officer before: of the same township, with room for the enterprise beside those held now. */
const mayHaveHeld = (caseload: Caseload, enterprise: DemoEnterprise): boolean =>
  caseload.townshipId === enterprise.townshipId &&
  !caseload.enterprises.includes(enterprise) &&
  fits(caseload, enterprise);

/** Deals the enterprises out to the leaders evenly; the first leader answers for the first enterprise. */
export function pairWithLeaders(
  enterprises: readonly DemoEnterprise[],
  leaders: readonly DemoPerson[],
  random: Random,
): DemoPairing[] {
  const [named, ...others] = enterprises;
  if (named === undefined) return [];
  return [named, ...random.shuffled(others)].map(({ id: enterpriseId }, index) => ({
    enterpriseId,
    kind: 'leader',
    personId: elementAt(leaders, index % leaders.length).id,
    from: PROGRAMME_START,
    to: null,
  }));
}
