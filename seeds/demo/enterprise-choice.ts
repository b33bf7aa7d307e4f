import type { Industry } from '@zhuqi/domain';
import type { DemoDistrict, DemoEnterprise, DemoPairing } from './district-types';
import type { Random } from './random';
import { preferring } from './story-hints';
import type { Words } from './words';

/** What else must hold of the enterprise a story is about. */
export interface Wanted {
  readonly regionCode: string;
  readonly key?: string;
  readonly except?: string;
  readonly officerId?: string;
  readonly leaderId?: string;
  readonly townshipId?: string;
  readonly industry?: Industry;
}

/** Chooses enterprises for stories: fitting the text, nobody twice before everybody has had a turn. */
export class EnterpriseChoice {
  private readonly used = new Map<string, number>();
  private readonly settled: readonly DemoEnterprise[];
  private readonly current: readonly DemoPairing[];

  constructor(
    district: DemoDistrict,
    private readonly random: Random,
  ) {
    this.current = district.pairings.filter(({ to }) => to === null);
    // A story's officer acts throughout, so enterprises whose officer changed in the year are left out.
    const changed = new Set(
      district.pairings.filter(({ to }) => to !== null).map(({ enterpriseId }) => enterpriseId),
    );
    this.settled = district.enterprises.filter(({ id }) => !changed.has(id));
  }

  choose(words: Words, wanted: Wanted): DemoEnterprise {
    const fitting = this.settled.filter((enterprise) => this.fits(enterprise, words, wanted));
    const fewest = Math.min(...fitting.map((enterprise) => this.timesUsed(enterprise)));
    const fresh = fitting.filter((enterprise) => this.timesUsed(enterprise) === fewest);
    const chosen = this.random.pick(preferring(fresh, words));
    this.used.set(chosen.key, this.timesUsed(chosen) + 1);
    return chosen;
  }

  private timesUsed(enterprise: DemoEnterprise): number {
    return this.used.get(enterprise.key) ?? 0;
  }

  private fits(enterprise: DemoEnterprise, words: Words, wanted: Wanted): boolean {
    if (wanted.key !== undefined) return enterprise.key === wanted.key;
    return (
      enterprise.regionCode === wanted.regionCode &&
      enterprise.key !== wanted.except &&
      words.industries.includes(enterprise.industry) &&
      (wanted.industry === undefined || enterprise.industry === wanted.industry) &&
      (wanted.townshipId === undefined || enterprise.townshipId === wanted.townshipId) &&
      this.isPaired(enterprise, 'officer', wanted.officerId) &&
      this.isPaired(enterprise, 'leader', wanted.leaderId)
    );
  }

  private isPaired(
    enterprise: DemoEnterprise,
    kind: DemoPairing['kind'],
    personId: string | undefined,
  ): boolean {
    if (personId === undefined) return true;
    return this.current.some(
      (pairing) =>
        pairing.kind === kind && pairing.enterpriseId === enterprise.id && pairing.personId === personId,
    );
  }
}
