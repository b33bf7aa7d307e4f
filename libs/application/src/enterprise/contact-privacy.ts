import { hasRole, type PersonActor } from '@zhuqi/domain';

const MOBILE = /^(\d{3})\d{4}(\d{4})$/;

/** 138****5678; a number of another form is hidden whole. */
export const maskedPhone = (phone: string): string =>
  MOBILE.test(phone) ? phone.replace(MOBILE, '$1****$2') : '****';

/** Whether the reader may have an enterprise's telephone number: itself, its officer, the office of its district. */
export function seesContact(
  reader: PersonActor,
  enterprise: { readonly id: string; readonly regionCode: string },
): boolean {
  return (
    (hasRole(reader, 'enterprise') && reader.enterpriseId === enterprise.id) ||
    (hasRole(reader, 'liaison_officer') && reader.pairedEnterpriseIds.includes(enterprise.id)) ||
    (hasRole(reader, 'office_dispatcher') && reader.regionCodes.includes(enterprise.regionCode))
  );
}
