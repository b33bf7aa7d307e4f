import { OWN_POST_ONLY, type PersonActor } from './actor';

/** A region with every region below it. */
export interface ReadRegion {
  readonly code: string;
  readonly codes: readonly string[];
}

/** Nobody's id: whoever reads under it holds nothing, leads nobody and is complained about by nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** As whom the system draws what it publishes for a region: reads everything of the region and changes nothing. */
export const districtReader = ({ code, codes }: ReadRegion): PersonActor => ({
  ...{ kind: 'person', id: NOBODY, name: '系统', roles: ['auditor'] },
  ...{ regionCode: code, regionCodes: codes, unitId: null, enterpriseId: null },
  ...{ pairedEnterpriseIds: [], duties: OWN_POST_ONLY },
});
