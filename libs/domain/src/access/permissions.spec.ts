import { ACTIONS, ruleOf, type Standing } from '../ticket/lifecycle';
import { can, permissionsOf, PERMISSIONS, type Permission } from './permissions';
import { ROLES, type Role } from './roles';

/** The roles that can stand to a ticket in a way. */
const ROLES_OF: Record<Standing, readonly Role[]> = {
  enterprise: ['enterprise'],
  officer: ['liaison_officer'],
  holder: [
    'liaison_officer',
    'township_handler',
    'department_handler',
    'task_force_lead',
    'office_dispatcher',
    'city_coordinator',
  ],
  assistant: [
    'township_handler',
    'department_handler',
    'task_force_lead',
    'office_dispatcher',
    'city_coordinator',
  ],
  assignee: [
    'liaison_officer',
    'township_handler',
    'department_handler',
    'task_force_lead',
    'office_dispatcher',
    'city_coordinator',
    'district_leader',
  ],
  ruler: [
    'township_handler',
    'department_handler',
    'task_force_lead',
    'office_dispatcher',
    'city_coordinator',
    'district_leader',
  ],
  office: ['office_dispatcher'],
  leader: ['district_leader'],
  city: ['city_coordinator'],
  system: [],
};

describe('permissions', () => {
  it('let exactly those roles to an action’s door that could take it on some ticket', () => {
    for (const action of ACTIONS) {
      const roles = new Set(ruleOf(action).by.flatMap((standing) => ROLES_OF[standing]));
      const permission = `ticket.${action}` as Permission;
      if (roles.size === 0) expect(PERMISSIONS).not.toHaveProperty([permission]);
      else expect([action, [...PERMISSIONS[permission]].sort()]).toEqual([action, [...roles].sort()]);
    }
  });

  it('let an auditor change nothing', () => {
    expect(permissionsOf(['auditor']).filter((permission) => !permission.endsWith('.read'))).toEqual([]);
  });

  it('let nobody in without a role, and everybody with one read tickets', () => {
    expect(permissionsOf([])).toEqual([]);
    expect(ROLES.filter((role) => !can([role], 'ticket.read'))).toEqual([]);
  });

  it('of two roles are those of either', () => {
    const both = new Set([...permissionsOf(['enterprise']), ...permissionsOf(['auditor'])]);
    expect(new Set(permissionsOf(['enterprise', 'auditor']))).toEqual(both);
  });
});
