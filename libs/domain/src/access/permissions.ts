import type { Role } from './roles';

/** One table from permission to roles; a route names its permission, the fine rule is decided in the use case. */
const HANDLERS = [
  'township_handler',
  'department_handler',
  'task_force_lead',
] as const satisfies readonly Role[];
const READERS = [
  'enterprise',
  'liaison_officer',
  ...HANDLERS,
  'office_dispatcher',
  'district_leader',
  'city_coordinator',
  'auditor',
  'administrator',
  'integrator',
] as const satisfies readonly Role[];
const UNIT_HANDLERS = [
  ...HANDLERS,
  'office_dispatcher',
  'city_coordinator',
] as const satisfies readonly Role[];
const HOLDERS = ['liaison_officer', ...UNIT_HANDLERS] as const satisfies readonly Role[];

export const PERMISSIONS = {
  'reference.read': READERS,
  'calendar.read': READERS,
  'enterprise.read': READERS,
  'pairing.read': READERS,
  'ticket.read': READERS,
  'notice.read': READERS,
  'statistics.read': READERS,
  'escalation.read': ['office_dispatcher', 'district_leader', 'city_coordinator', 'auditor'],
  'conference.read': [...HOLDERS, 'district_leader', 'auditor'],
  'taskForce.read': [...HOLDERS, 'district_leader', 'auditor', 'administrator'],
  'taskForce.manage': ['office_dispatcher', 'district_leader'],
  'request.read': [...UNIT_HANDLERS, 'district_leader', 'auditor'],
  'policy.read': [...HOLDERS, 'district_leader', 'auditor', 'administrator'],
  'rules.change': ['office_dispatcher', 'administrator'],
  'ticket.submit': ['enterprise', 'liaison_officer', 'office_dispatcher', 'district_leader', 'integrator'],
  'ticket.accept': ['liaison_officer', 'office_dispatcher'],
  'ticket.reject': ['liaison_officer', 'office_dispatcher'],
  'ticket.dispatch': ['liaison_officer', 'office_dispatcher', 'district_leader'],
  'ticket.claim': HOLDERS,
  'ticket.contact': HOLDERS,
  'ticket.requestInfo': HOLDERS,
  'ticket.supplyInfo': ['enterprise', 'liaison_officer'],
  'ticket.answer': HOLDERS,
  'ticket.confirm': ['enterprise'],
  'ticket.dispute': ['enterprise'],
  'ticket.close': ['office_dispatcher'],
  'ticket.escalate': HOLDERS,
  'ticket.withdraw': ['enterprise'],
  'ticket.urge': [
    'enterprise',
    'liaison_officer',
    'office_dispatcher',
    'district_leader',
    'city_coordinator',
  ],
  'ticket.supervise': ['office_dispatcher', 'district_leader', 'city_coordinator'],
  'ticket.instruct': ['district_leader', 'city_coordinator'],
  'ticket.comment': ['enterprise', ...HOLDERS, 'district_leader'],
  'ticket.reply': HOLDERS,
  'ticket.planItems': HOLDERS,
  'ticket.defer': HOLDERS,
  'ticket.supplyDeferred': ['enterprise', 'liaison_officer'],
  'ticket.assist': HOLDERS,
  'ticket.giveOpinion': UNIT_HANDLERS,
  'ticket.release': HOLDERS,
  'ticket.convene': [...HOLDERS, 'district_leader'],
  'ticket.conclude': [...HOLDERS, 'district_leader'],
  'ticket.cancelConference': [...HOLDERS, 'district_leader'],
  'ticket.finishFollowUp': [...HOLDERS, 'district_leader'],
  'ticket.request': HOLDERS,
  'ticket.recall': HOLDERS,
  'ticket.rule': [...UNIT_HANDLERS, 'district_leader'],
  'ticket.resume': HOLDERS,
  'ticket.report': HOLDERS,
  'ticket.reopen': ['office_dispatcher'],
  'ticket.merge': ['office_dispatcher'],
  'ticket.unmerge': ['office_dispatcher'],
  'handover.read': ['office_dispatcher', 'district_leader', 'city_coordinator', 'auditor', 'administrator'],
  'handover.manage': ['office_dispatcher', 'administrator'],
  'substitution.read': [...HOLDERS, 'district_leader', 'auditor', 'administrator'],
  'substitution.manage': [...HOLDERS, 'district_leader', 'administrator'],
  'orphan.read': ['office_dispatcher', 'city_coordinator', 'auditor', 'administrator'],
  'bulletin.read': ['office_dispatcher', 'district_leader', 'city_coordinator', 'auditor', 'administrator'],
  'bulletin.publish': ['office_dispatcher', 'city_coordinator'],
  'matter.read': [...HOLDERS, 'district_leader', 'auditor', 'administrator'],
  'matter.manage': ['office_dispatcher'],
  'matter.answer': HOLDERS,
  'project.read': READERS,
  'project.manage': ['office_dispatcher'],
  'ranking.read': [...HOLDERS, 'district_leader', 'auditor', 'administrator'],
  'ranking.publish': ['office_dispatcher'],
  'ranking.appeal': ['liaison_officer', 'township_handler', 'department_handler'],
  'demo.setClock': ['administrator'],
  'job.read': ['administrator'],
  'job.retry': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);

/** Every permission these roles grant, in the table's order. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => can(roles, permission));
}

export function can(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
