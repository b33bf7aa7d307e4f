import { ORPHAN_KINDS, type Orphan, type OrphanKind, type OrphanSubject } from '@zhuqi/application';
import { isoOrNull } from '../ticket/view-values';

/** 无主的诉求、企业、交接或专班 */
export class OrphanSubjectView {
  /** ticket | enterprise | handover | task_force */
  type: OrphanSubject;
  id: string;
  /** 编号或名称 */
  label: string;
}

/** 一件无主事项 */
export class OrphanView {
  kind: OrphanKind;
  /** 是什么情况 */
  what: string;
  /** 应当怎么办 */
  todo: string;
  /** 从何时起；无记录为 null */
  since: string | null;
  regionCode: string;
  subject: OrphanSubjectView;
}

/** 无主事项，每种至多 500 件，久者在前 */
export class OrphanListView {
  items: OrphanView[];
  nextCursor: string | null;
}

export const orphanView = ({ kind, since, regionCode, subject, id, label }: Orphan): OrphanView => ({
  kind,
  what: ORPHAN_KINDS[kind].what,
  todo: ORPHAN_KINDS[kind].todo,
  since: isoOrNull(since),
  regionCode,
  subject: { type: subject, id, label },
});
