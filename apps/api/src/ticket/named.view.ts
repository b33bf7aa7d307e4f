/** 名称与编号 */
export class NamedView {
  id: string;
  name: string;
}

export class UnitView extends NamedView {
  /** office | department | township | task_force | city_office */
  kind: string;
}
