/** Who acts. `system` is an explicit actor with its own short list of permissions. */
export const ROLES = [
  'enterprise',
  'liaison_officer',
  'township_handler',
  'department_handler',
  'task_force_lead',
  'office_dispatcher',
  'district_leader',
  'city_coordinator',
  'auditor',
  'administrator',
  'integrator',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABEL = {
  enterprise: '企业',
  liaison_officer: '驻企专员',
  township_handler: '街镇经办',
  department_handler: '部门经办',
  task_force_lead: '专班牵头人',
  office_dispatcher: '调度办',
  district_leader: '包保领导',
  city_coordinator: '市级协调',
  auditor: '审计',
  administrator: '管理员',
  integrator: '对接系统',
} as const satisfies Record<Role, string>;
