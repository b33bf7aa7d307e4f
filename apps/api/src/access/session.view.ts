import type { GrantedSession, SignedInPerson } from '@zhuqi/application';
import { type Permission, permissionsOf, type Role } from '@zhuqi/domain';

/** 所在单位 */
export class OwnUnitView {
  id: string;
  name: string;
  kind: string;
}

/** 所在地区 */
export class OwnRegionView {
  code: string;
  name: string;
}

/** 企业账号所代表的企业 */
export class OwnEnterpriseView {
  id: string;
  name: string;
}

/** 代为办理的不在岗人员 */
export class AbsentView {
  id: string;
  name: string;
}

/** 当前登录人 */
export class MeView {
  id: string;
  name: string;
  /** 角色 */
  roles: Role[];
  unit: OwnUnitView | null;
  region: OwnRegionView;
  enterprise: OwnEnterpriseView | null;
  /** 今天由本人代班的人员 */
  standsInFor: AbsentView[];
  /** 各角色共同给予的权限 */
  permissions: Permission[];
}

/** 登录或续期的结果 */
export class SessionView {
  accessToken: string;
  /** 每次续期都会更换 */
  refreshToken: string;
  /** accessToken 的失效时间（真实时间） */
  expiresAt: string;
  me: MeView;
}

export const meView = ({ actor, unit, region, enterprise, standsInFor }: SignedInPerson): MeView => ({
  id: actor.id,
  name: actor.name,
  roles: [...actor.roles],
  unit,
  region,
  enterprise,
  standsInFor: [...standsInFor],
  permissions: permissionsOf(actor.roles),
});

export const sessionView = (session: GrantedSession): SessionView => ({
  accessToken: session.accessToken,
  refreshToken: session.refreshToken,
  expiresAt: new Date(session.expiresAt).toISOString(),
  me: meView(session.person),
});
