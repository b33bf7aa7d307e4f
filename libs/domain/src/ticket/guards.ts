import { actsForUnit, type Actor } from '../access';
import { refused, type Declined } from '../decision';
import { TIERS } from './axes';
import { outstanding } from './assist';
import { escalationKey } from './change';
import { openFollowUps, plannedConferences } from './conference';
import { openItems, countOf } from './item';
import type { Action } from './lifecycle';
import { pendingRequest } from './request';
import type { Ticket } from './ticket';

const TOP_TIER = Math.max(...TIERS);

type Guard = (ticket: Ticket, actor: Actor) => Declined | null;

const unless = (holds: boolean, code: string, detail: string): Declined | null =>
  holds ? null : refused(code, detail);

const NONE_PENDING = refused('request.none_pending', '没有待裁定的申请');

const allAnswered: Guard = ({ items }) => {
  const open = openItems(items, 'question').length;
  return unless(open === 0, 'item.open', `问题清单还有 ${String(open)} 项未答复，请逐项答复后再答复`);
};

const allHeard: Guard = ({ assists }) => {
  const waiting = outstanding(assists).length;
  const many = String(waiting);
  return unless(
    waiting === 0,
    'assist.outstanding',
    `还有 ${many} 个协办单位未出具意见，请等待意见或解除协办后再答复`,
  );
};

const someConference: Guard = ({ conferences }) =>
  unless(plannedConferences(conferences).length > 0, 'conference.none', '没有待召开的会商');

/** What must be true besides status and standing, whatever the action is given; the first that fails is told. */
const GUARDS: Partial<Record<Action, Guard | readonly Guard[]>> = {
  requestInfo: (ticket) =>
    unless(
      ticket.infoRound !== ticket.round,
      'ticket.info_already_requested',
      '材料应一次性告知，本轮已告知过',
    ),
  escalate: (ticket) => {
    if (ticket.tier === TOP_TIER) return refused('ticket.top_tier', '已无更高层级可以提级');
    const asked = ticket.escalationKeys.includes(escalationKey(ticket, 'manual'));
    return unless(!asked, 'ticket.already_escalated', '本轮已从这一层级申请提级过');
  },
  planItems: ({ items }) => unless(openItems(items, 'question').length > 0, 'item.none', '没有待答复的问题'),
  answer: [allHeard, allAnswered],
  reply: ({ items }) => unless(countOf(items, 'question') > 0, 'item.none', '这件诉求没有问题清单'),
  supplyDeferred: ({ items }) =>
    unless(openItems(items, 'deferred').length > 0, 'item.none', '这件诉求没有待补交的容缺材料'),
  giveOpinion: ({ assists }, actor) =>
    unless(
      outstanding(assists).some(({ unitId }) => actsForUnit(actor, [unitId])),
      'assist.not_asked',
      '贵单位没有待出具的协办意见',
    ),
  release: ({ assists }) =>
    unless(outstanding(assists).length > 0, 'assist.not_asked', '没有待出具的协办意见'),
  conclude: someConference,
  cancelConference: someConference,
  finishFollowUp: ({ followUps }) =>
    unless(openFollowUps(followUps).length > 0, 'followUp.none', '没有待落实的后续事项'),
  request: ({ requests }) =>
    unless(pendingRequest(requests) === null, 'request.pending', '已有申请待裁定，请等待裁定或撤回后再提出'),
  recall: ({ requests }) => (pendingRequest(requests) === null ? NONE_PENDING : null),
  rule: ({ requests }) => {
    if (requests.length === 0) return NONE_PENDING;
    return unless(pendingRequest(requests) !== null, 'request.already_ruled', '该申请已有结果，不能再次裁定');
  },
  merge: ({ childIds }) =>
    unless(childIds.length === 0, 'merge.has_children', '已有其他诉求并入本件，请先拆分'),
};

/** Everything that stands in the way of an action whatever it is given. */
export const hindrancesOf = (action: Action, ticket: Ticket, actor: Actor): readonly Declined[] =>
  [GUARDS[action] ?? []].flat().flatMap((guard) => guard(ticket, actor) ?? []);

/** What stands in the way of an action whatever it is given (409); null when nothing does. */
export const hindranceOf = (action: Action, ticket: Ticket, actor: Actor): Declined | null =>
  hindrancesOf(action, ticket, actor)[0] ?? null;
