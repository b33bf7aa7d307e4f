import type { PersonView, UnitView } from '@zhuqi/application';
import type { Role } from '@zhuqi/domain';
import { ReferenceView } from '../ticket-list/ticket-summary.view';

/** 代码与名称 */
export class CategoryItemView {
  code: string;
  label: string;
}

/** 代码一览 */
export class CategoryListView {
  items: CategoryItemView[];
  nextCursor: string | null;
}

/** 地区；上级为空的是最上一级 */
export class RegionItemView {
  code: string;
  name: string;
  /** city 市 | district 区 | zone 开发区 */
  kind: string;
  parentCode: string | null;
}

/** 地区一览 */
export class RegionListView {
  items: RegionItemView[];
  nextCursor: string | null;
}

/** 单位；部门附所管行业 */
export class UnitItemView {
  id: string;
  name: string;
  /** office | department | township | task_force | city_office */
  kind: string;
  regionCode: string;
  industries: string[];
  /** 专班已解散 */
  dissolved: boolean;
}

/** 一页单位 */
export class UnitPageView {
  items: UnitItemView[];
  nextCursor: string | null;
  total?: number;
}

/** 人员；不含电话 */
export class PersonItemView {
  id: string;
  name: string;
  post: string | null;
  roles: Role[];
  unit: ReferenceView | null;
  regionCode: string;
}

/** 一页人员 */
export class PeoplePageView {
  items: PersonItemView[];
  nextCursor: string | null;
  total?: number;
}

export const unitItemView = (unit: UnitView): UnitItemView => ({ ...unit, industries: [...unit.industries] });

export const personItemView = (person: PersonView): PersonItemView => ({
  ...person,
  roles: [...person.roles],
});
