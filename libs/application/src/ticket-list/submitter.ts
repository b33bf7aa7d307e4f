import { hasRole, type PersonActor } from '@zhuqi/domain';

/** What stands in the place of an enterprise that a reader is not told. */
export const HIDDEN_ENTERPRISE_NAME = '（保密企业）';

export interface Submission {
  readonly confidential: boolean;
  readonly enterpriseId: string;
  readonly regionCode: string;
}

/**
 * A confidential ticket hides its submitter from those who only handle it. Lists, searches and filters ask this
 * as well as the ticket's own page; the condition in SQL is `submitterCondition`.
 */
export function seesSubmitter(reader: PersonActor, submission: Submission): boolean {
  if (!submission.confidential || hasRole(reader, 'auditor', 'administrator')) return true;
  const { enterpriseId, regionCode } = submission;
  return (
    (hasRole(reader, 'enterprise') && reader.enterpriseId === enterpriseId) ||
    (hasRole(reader, 'liaison_officer') && reader.pairedEnterpriseIds.includes(enterpriseId)) ||
    (hasRole(reader, 'office_dispatcher', 'district_leader', 'city_coordinator') &&
      reader.regionCodes.includes(regionCode))
  );
}
