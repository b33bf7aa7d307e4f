import type { HandoverEntry, HandoverFile, HandoverPicture, HandoverState } from '@zhuqi/application';
import type { Day, Post } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView } from '../ticket-list/ticket-summary.view';
import { isoOrNull } from '../ticket/view-values';

/** 随岗位移交的一件诉求 */
export class HandedTicketView {
  id: string;
  number: string;
  /** post 由接替人承办 | complaint 反映的正是接替人，改由调度办承办 | follow_up 会商确定的后续事项由接替人落实 */
  cause: string;
}

/** 随岗位移交的一户包保企业 */
export class HandedPairingView {
  enterprise: ReferenceView;
  /** officer 驻企专员 | leader 包保领导 */
  kind: string;
}

/** 将要移交的内容，不写入任何数据 */
export class HandoverPreviewView {
  from: ReferenceView;
  to: ReferenceView;
  /** officer 驻企专员 | leader 包保领导 | handler 单位经办 */
  posts: Post[];
  effectiveOn: Day;
  leaves: boolean;
  tickets: HandedTicketView[];
  pairings: HandedPairingView[];
  /** 由其担任包保领导或项目秘书的在建、待开工项目 */
  projects: ReferenceView[];
  /** 接替人超过包保上限的说明；不超限为 null */
  overCapacity: string | null;
}

/** 一次岗位交接及其内容 */
export class HandoverView extends HandoverPreviewView {
  id: string;
  /** planned 计划中（内容为目前所见）| done 已生效 */
  state: HandoverState;
  reason: string;
  madeAt: string;
  doneAt: string | null;
}

/** 列表中的一次交接 */
export class HandoverItemView {
  id: string;
  /** planned 计划中 | done 已生效 | cancelled 已取消 */
  state: HandoverState;
  from: ReferenceView;
  to: ReferenceView;
  posts: Post[];
  effectiveOn: Day;
  reason: string;
  leaves: boolean;
  madeBy: ReferenceView;
  madeAt: string;
  doneAt: string | null;
  cancelledAt: string | null;
}

/** 一次交接与实际移交的内容 */
export class HandoverFileView extends HandoverItemView {
  tickets: HandedTicketView[];
  pairings: HandedPairingView[];
}

/** 一页交接 */
export class HandoverPageView {
  items: HandoverItemView[];
  nextCursor: string | null;
  total?: number;
}

export function previewView({ order, from, to, posts, survey }: HandoverPicture): HandoverPreviewView {
  const told = (cause: string) => (ticket: { id: string; number: string }) => ({
    ...{ id: ticket.id, number: ticket.number },
    cause,
  });
  return {
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
    posts: [...posts],
    effectiveOn: order.effectiveOn,
    leaves: order.leaves,
    tickets: [
      ...survey.tickets.map(told('post')),
      ...survey.complaints.map(told('complaint')),
      ...survey.followUps.map(told('follow_up')),
    ],
    pairings: survey.pairings.map(({ enterpriseId, enterpriseName, kind }) => ({
      enterprise: { id: enterpriseId, name: enterpriseName },
      kind,
    })),
    projects: survey.projects.map(({ id, name }) => ({ id, name })),
    overCapacity: survey.overCapacity,
  };
}

/** What was made: the picture with its place in the book. */
export const madeView = (picture: HandoverPicture): object => ({
  ...previewView(picture),
  id: picture.handover?.id,
  state: picture.handover?.state,
  reason: picture.order.reason,
  madeAt: picture.handover === null ? null : isoOf(picture.handover.madeAt),
  doneAt: isoOrNull(picture.handover?.doneAt ?? null),
});

export const handoverItemView = (entry: HandoverEntry): HandoverItemView => ({
  ...{ id: entry.id, state: entry.state, from: entry.from, to: entry.to, posts: [...entry.posts] },
  ...{ effectiveOn: entry.effectiveOn, reason: entry.reason, leaves: entry.leaves, madeBy: entry.madeBy },
  madeAt: isoOf(entry.madeAt),
  doneAt: isoOrNull(entry.doneAt),
  cancelledAt: isoOrNull(entry.cancelledAt),
});

export const handoverFileView = (file: HandoverFile): HandoverFileView => ({
  ...handoverItemView(file),
  tickets: file.tickets.map(({ id, number, cause }) => ({ id, number, cause })),
  pairings: file.pairings.map(({ enterprise, kind }) => ({ enterprise, kind })),
});
