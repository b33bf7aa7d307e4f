import { HANDLER_ROLES } from '@zhuqi/domain';

/** The domain's list of roles that act for a unit, as an SQL array; the names are constants, never input. */
export const HANDLER_ROLE_ARRAY = `array[${HANDLER_ROLES.map((role) => `'${role}'`).join(',')}]`;
