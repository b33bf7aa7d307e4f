import { hasRole, leadersOf, personsOf, type PersonActor } from '@zhuqi/domain';

/** What stands in the place of an enterprise that a reader is not told. */
export const HIDDEN_ENTERPRISE_NAME = '（保密企业）';

/** What of a ticket decides who is told its submitter. */
export interface Submission {
  readonly confidential: boolean;
  readonly enterpriseId: string;
  readonly regionCode: string;
  /** The paired leader; left out where the reader's scope has already ruled out every other leader. */
  readonly leaderId?: string | null;
  /** Whom the complaint is about; left out where the reader's scope has already ruled that person out. */
  readonly aboutPersonId?: string | null;
}

/**
 * A confidential ticket hides its submitter from those who only handle it: the enterprise itself, its present
 * officer, the office, the paired leader, the city, the auditor and the administrator are told, and nobody the
 * complaint is about. Lists, searches and filters ask this as well as the ticket's own page; the condition in SQL
 * is `submitterCondition`.
 */
export function seesSubmitter(reader: PersonActor, submission: Submission): boolean {
  const { confidential, enterpriseId, regionCode, leaderId, aboutPersonId } = submission;
  if (!confidential) return true;
  const about = aboutPersonId ?? null;
  if (about !== null && personsOf(reader).includes(about)) return false;
  const inRegion = reader.regionCodes.includes(regionCode);
  const isLeader = leaderId === undefined || (leaderId !== null && leadersOf(reader).includes(leaderId));
  return (
    hasRole(reader, 'auditor', 'administrator') ||
    (hasRole(reader, 'enterprise') && reader.enterpriseId === enterpriseId) ||
    (hasRole(reader, 'liaison_officer') && reader.pairedEnterpriseIds.includes(enterpriseId)) ||
    (hasRole(reader, 'office_dispatcher', 'city_coordinator') && inRegion) ||
    (hasRole(reader, 'district_leader') && inRegion && isLeader)
  );
}
