import type { Day, EnterpriseClass, Industry, Role } from '@zhuqi/domain';
import type { ReferenceRegion, ReferenceUnit } from '../reference';

export interface DemoUnit extends ReferenceUnit {
  readonly id: string;
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** Leaders, the auditor and the administrator stand beside the four levels and belong to no unit. */
  readonly unitId: string | null;
  readonly regionCode: string;
  readonly roles: readonly Role[];
  readonly phone: string;
  readonly post: string;
}

export interface DemoEnterprise {
  readonly id: string;
  /** Natural key of the seed (`e001` …, `l01` …); stories name enterprises by it. */
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  readonly regionCode: string;
  readonly townshipId: string;
  readonly industry: Industry;
  readonly enterpriseClass: EnterpriseClass;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

export interface DemoPairing {
  readonly enterpriseId: string;
  readonly kind: 'officer' | 'leader';
  readonly personId: string;
  readonly from: Day;
  /** The first day on which it no longer holds; the successor starts that day. */
  readonly to: Day | null;
}

/** Who can sign in: either a person of the programme or the enterprise's own account. */
export interface DemoAccount {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly personId: string | null;
  readonly enterpriseId: string | null;
}

export interface DemoDistrict {
  readonly regions: readonly ReferenceRegion[];
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly enterprises: readonly DemoEnterprise[];
  readonly pairings: readonly DemoPairing[];
  readonly accounts: readonly DemoAccount[];
}
