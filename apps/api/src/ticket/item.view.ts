/** 问题清单或容缺材料中的一项 */
export class ItemView {
  /** 序号，从 1 起 */
  item: number;
  text: string;
  /** 容缺材料的承诺；问题为 null */
  commitment: string | null;
  dueOn: string | null;
  done: boolean;
  doneAt: string | null;
  /** 对问题的答复，或补交的内容 */
  reply: string | null;
  /** 已过该项期限而未办 */
  overdue: boolean;
}
