import type { ProjectFile, ProjectSummary } from '@zhuqi/application';
import {
  PROJECT_FUNDING_LABEL,
  PROJECT_SECTOR_LABEL,
  PROJECT_STATE_LABEL,
  type PersonActor,
  type ProjectFunding,
  type ProjectSector,
  type ProjectState,
} from '@zhuqi/domain';
import { isoOf } from '../edge';
import { NamedView } from '../ticket/named.view';

/** 一个重点项目 */
export class ProjectView {
  id: string;
  version: number;
  regionCode: string;
  name: string;
  code: string | null;
  /** 业主 */
  enterprise: NamedView;
  township: NamedView | null;
  /** commercial 商业 | industrial 工业 | agricultural 农业 | infrastructure 基础设施 */
  sector: ProjectSector;
  sectorLabel: string;
  /** 总投资，万元 */
  investmentWan: number;
  /** private 社会投资 | special_bond 专项债券 | central_budget 中央预算内投资 */
  funding: ProjectFunding;
  fundingLabel: string;
  leader: NamedView | null;
  department: NamedView | null;
  /** 项目秘书 */
  secretary: NamedView | null;
  /** planned 待开工 | building 在建 | completed 已竣工 | cancelled 已取消 */
  state: ProjectState;
  stateLabel: string;
  startsOn: string | null;
  completesOn: string | null;
}

/** 一页项目 */
export class ProjectPageView {
  items: ProjectView[];
  nextCursor: string | null;
  total?: number;
}

/** 一次登记或修改 */
export class ProjectTrailView {
  version: number;
  at: string;
  by: NamedView;
  reason: string | null;
  /** 改动的各项：[原值, 新值] */
  changed: Record<string, (string | number | null)[]>;
  /** 改动中以编号写出的人员和单位 */
  named: NamedView[];
}

/** 项目与变更记录；企业看不到变更记录 */
export class ProjectFileView extends ProjectView {
  trail: ProjectTrailView[];
}

export const projectView = (project: ProjectSummary): ProjectView => ({
  id: project.id,
  version: project.version,
  regionCode: project.regionCode,
  name: project.name,
  code: project.code,
  enterprise: project.enterprise,
  township: project.township,
  sector: project.sector,
  sectorLabel: PROJECT_SECTOR_LABEL[project.sector],
  investmentWan: project.investmentWan,
  funding: project.funding,
  fundingLabel: PROJECT_FUNDING_LABEL[project.funding],
  leader: project.leader,
  department: project.department,
  secretary: project.secretary,
  state: project.state,
  stateLabel: PROJECT_STATE_LABEL[project.state],
  startsOn: project.startsOn,
  completesOn: project.completesOn,
});

export const projectFileView = (file: ProjectFile, reader: PersonActor): ProjectFileView => ({
  ...projectView(file),
  trail: (reader.enterpriseId === null ? file.trail : []).map(
    ({ version, at, by, reason, changed, named }) => ({
      ...{ version, at: isoOf(at), by, reason, named: [...named] },
      changed: Object.fromEntries(Object.entries(changed).map(([field, values]) => [field, [...values]])),
    }),
  ),
});
