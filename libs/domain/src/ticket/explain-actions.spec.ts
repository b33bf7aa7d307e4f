import fc from 'fast-check';
import { november } from '../../../../test/support/november';
import { CAST, CAST_NAMES, PEOPLE, type CastName } from '../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory } from '../../../../test/support/ticket-stage';
import { STATUSES } from './axes';
import { explainActions } from './explain-actions';
import { PERSON_ACTIONS, type Action } from './lifecycle';
import { allowedActions } from './permit';
import { REQUEST_KINDS, type RequestKind } from './request';

const MONDAY = november('02T09:00');
const explained = (story: TicketStory, by: CastName, now: number) =>
  explainActions(CAST[by], story.ticket, { ...DISTRICT, now });
const needsOf = (story: TicketStory, by: CastName, action: Action, now = november('02T10:00')) =>
  explained(story, by, now).actions.find((each) => each.action === action)?.needs;
const ofRequest = (story: TicketStory, by: CastName, kind: RequestKind, now: number) =>
  explained(story, by, now).requests.find((each) => each.kind === kind);

const claimed = (): TicketStory =>
  routed(MONDAY, { severity: 'complex', items: questions() }).take('claim', 'township', november('02T09:30'));
const questions = () =>
  [1, 2].map((ordinal) => ({
    ...({ kind: 'question', ordinal, text: '何时接电', dueOn: null, dueAt: null } as const),
    ...{ commitment: null, doneAt: null, doneById: null, reply: null, reminded: false },
  }));

const EXTENSION = { kind: 'extension', reason: '需外购变压器', newDueOn: '2026-12-01' } as const;

describe('what would have to be true', () => {
  it('is told for every action of people and every kind of request', () => {
    const { actions, requests } = explained(claimed(), 'township', november('02T10:00'));
    expect(actions.map(({ action }) => action)).toEqual(PERSON_ACTIONS);
    expect(requests.map(({ kind }) => kind)).toEqual(REQUEST_KINDS);
  });

  it('is nothing exactly where the action is allowed, whatever the ticket and whoever asks', () => {
    const stories = [new TicketStory(MONDAY), routed(MONDAY), claimed()];
    fc.assert(
      fc.property(
        fc.constantFrom(...stories),
        fc.constantFrom(...STATUSES),
        fc.constantFrom(...CAST_NAMES),
        ({ ticket }, status, by) => {
          const seen = { ...ticket, status };
          const { actions } = explainActions(CAST[by], seen, { ...DISTRICT, now: november('02T10:00') });
          const allowed = actions.filter((each) => each.allowed).map(({ action }) => action);
          const unhindered = actions.filter(({ needs }) => needs.length === 0).map(({ action }) => action);
          expect(allowed).toEqual(allowedActions(CAST[by], seen));
          expect(unhindered).toEqual(allowed);
          expect(actions.every((each) => each.allowed === (each.refusal === null))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names the status, who may, and what is open, all at once', () => {
    const story = claimed().take('assist', 'township', november('02T10:00'));
    expect(needsOf(story, 'township', 'answer')).toEqual([
      '还有 1 个协办单位未出具意见，请等待意见或解除协办后再答复',
      '问题清单还有 2 项未答复，请逐项答复后再答复',
    ]);
    expect(needsOf(story, 'department', 'confirm')).toEqual([
      '须由企业进行',
      '“确认销号”须在诉求为“已答复”时进行，现为“办理中”',
    ]);
    expect(needsOf(story, 'office', 'answer')?.[0]).toBe('须由当前承办人进行');
  });

  it('names only the statuses in which this person could', () => {
    const story = claimed();
    expect(needsOf(story, 'officer', 'reject')).toEqual([
      '“不予受理”须在诉求为“待受理”或“已受理”时进行，现为“办理中”',
    ]);
  });

  it('puts the refusal of the door first', () => {
    const closed = explained(claimed(), 'department', november('02T10:00')).actions;
    expect(closed.find(({ action }) => action === 'confirm')?.refusal).toMatchObject({
      code: 'ticket.not_permitted',
    });
    const own = explained(claimed(), 'enterprise', november('02T10:00')).actions;
    expect(own.find(({ action }) => action === 'confirm')?.refusal).toMatchObject({
      code: 'ticket.wrong_status',
    });
  });

  it('says who rules on what has been asked, and that nothing has', () => {
    const story = claimed();
    expect(needsOf(story, 'office', 'rule')).toEqual(['须由有权裁定者进行', '没有待裁定的申请']);
    story.take('request', 'township', november('02T10:00'), EXTENSION);
    expect(needsOf(story, 'township', 'rule')).toEqual([
      '须由有权裁定者进行：本申请由调度办或上一级承办单位裁定，承办人和申请人不能裁定',
    ]);
    expect(needsOf(story, 'office', 'rule')).toEqual([]);
  });

  it('of a request names its status, its own terms and what is pending', () => {
    const story = claimed();
    const late = november('24T10:00');
    expect(ofRequest(story, 'township', 'return', november('05T10:00'))).toMatchObject({
      label: '退回',
      allowed: false,
      refusal: { code: 'return.too_late' },
    });
    expect(ofRequest(story, 'township', 'extension', november('02T10:00'))).toEqual({
      ...{ kind: 'extension', label: '延期', allowed: true, refusal: null, needs: [] },
    });
    story.take('request', 'township', november('02T10:00'), EXTENSION);
    expect(ofRequest(story, 'township', 'extension', late)?.needs).toEqual([
      '已有申请待裁定，请等待裁定或撤回后再提出',
      '已超过办结时限，不能再申请延期',
    ]);
    expect(ofRequest(story, 'office', 'suspension', late)?.needs).toEqual([
      '须由当前承办人进行',
      '已有申请待裁定，请等待裁定或撤回后再提出',
    ]);
  });
});

describe('what an enterprise is told', () => {
  const busy = (): TicketStory =>
    claimed()
      .take('assist', 'township', november('02T10:00'))
      .take('request', 'township', november('02T10:30'), EXTENSION);
  const words = ['协办单位未出具', '待裁定', '退回', '提级过', '本申请', '延期'];

  it('is who may, never whose opinion is outstanding or what has been asked', () => {
    const { actions, requests } = explained(busy(), 'enterprise', november('02T11:00'));
    const told = [...actions, ...requests].flatMap(({ needs, refusal }) => [...needs, refusal?.detail ?? '']);
    expect(words.filter((word) => told.some((sentence) => sentence.includes(word)))).toEqual([]);
    expect(new Set(requests.flatMap(({ needs }) => needs))).toEqual(new Set(['须由当前承办人进行']));
  });

  it('does not change with what the inside does', () => {
    const quiet = explained(claimed(), 'enterprise', november('02T11:00'));
    expect(explained(busy(), 'enterprise', november('02T11:00'))).toEqual(quiet);
  });

  it('of its own actions is everything', () => {
    expect(needsOf(claimed(), 'enterprise', 'supplyDeferred')).toEqual(['这件诉求没有待补交的容缺材料']);
  });

  it('is told in sentences to everybody', () => {
    for (const by of PEOPLE) {
      const { actions } = explained(claimed(), by, november('02T11:00'));
      const odd = actions.flatMap(({ needs }) => needs).filter((need) => !/^[“\u4e00-\u9fff]/.test(need));
      expect([by, odd]).toEqual([by, []]);
    }
  });
});
