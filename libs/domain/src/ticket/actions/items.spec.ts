import { districtCalendar, inNovember, november } from '../../../../../test/support/november';
import { CAST } from '../../../../../test/support/ticket-cast';
import { atOfficer } from '../../../../../test/support/ticket-requests';
import { routed, TicketStory, type Inputs } from '../../../../../test/support/ticket-stage';
import { openItems, questionList, type ItemInput, type TicketItem } from '../item';

const MONDAY = november('02T09:00');
const WHEN = { now: MONDAY, calendar: districtCalendar };

function list(...lines: readonly ItemInput[]): readonly TicketItem[] {
  const items = questionList(lines, CAST.office, WHEN);
  if (!items.ok) throw new Error(items.refusal.code);
  return items.value;
}
const LIST = list({ text: '何时接电' }, { text: '谁来施工', dueOn: '2026-11-05' }, { text: '费用多少' });
const asked = (): TicketStory => atOfficer({ items: LIST });
const reply = (...items: readonly number[]): Inputs['reply'] => ({
  replies: items.map((item) => ({ item, reply: `答复 ${String(item)}` })),
});

describe('a question list', () => {
  it('is numbered, and a day is due at its closing', () => {
    expect(LIST.map(({ ordinal, text, dueAt }) => [ordinal, text, inNovember(dueAt)])).toEqual([
      [1, '何时接电', null],
      [2, '谁来施工', '05T17:00'],
      [3, '费用多少', null],
    ]);
    expect(asked().events[0]?.data['items']).toBe(3);
    expect(atOfficer().events[0]?.data).not.toHaveProperty('items');
  });

  it('takes days from those who answer for it, from tomorrow on, and none from an enterprise', () => {
    const days = (dueOn: string, by: 'office' | 'enterprise' | 'integrator') =>
      questionList([{ text: '一' }, { text: '二', dueOn }], CAST[by], WHEN);
    expect(days('2026-11-05', 'office').ok).toBe(true);
    expect(days('2026-11-02', 'office')).toMatchObject({
      refusal: { code: 'item.due_on', pointer: '/items/1/dueOn' },
    });
    for (const by of ['enterprise', 'integrator'] as const) {
      expect(days('2026-11-05', by)).toMatchObject({
        refusal: { code: 'item.due_on', pointer: '/items/1/dueOn' },
      });
    }
  });

  it('is replied to item by item, and the enterprise sees each reply: it counts as contact and reply', () => {
    const story = asked().take('reply', 'officer', november('03T10:00'), reply(3, 1));
    expect(openItems(story.ticket.items, 'question').map(({ ordinal }) => ordinal)).toEqual([2]);
    expect(story.ticket.items[0]).toMatchObject({
      ...{ doneAt: november('03T10:00'), doneById: 'officer', reply: '答复 1' },
    });
    expect(story.events.at(-1)).toMatchObject({
      type: 'itemsReplied',
      data: { items: ['3', '1'] },
      texts: { reply3: '答复 3', reply1: '答复 1' },
    });
    expect(story.clock('reply').state).toBe('stopped');
    expect(story.ticket.firstContactOnTime).toBe(true);
  });

  it('keeps the answer back until every item is replied to', () => {
    const story = asked().take('reply', 'officer', november('03T10:00'), reply(1, 2));
    expect(story.refusal('answer', 'officer', november('03T11:00'))).toBe('item.open');
    story.take('reply', 'officer', november('03T14:00'), reply(3));
    expect(story.refusal('answer', 'officer', november('03T15:00'))).toBeNull();
  });

  it('lets a later reply to the same item replace the earlier', () => {
    const story = asked().take('reply', 'officer', november('03T10:00'), reply(1));
    story.take('reply', 'officer', november('04T10:00'), { replies: [{ item: 1, reply: '更正' }] });
    expect(story.ticket.items[0]).toMatchObject({ reply: '更正', doneAt: november('04T10:00') });
  });

  it('keeps what was replied in an earlier round unless it is asked for again', () => {
    const story = asked();
    story.take('reply', 'officer', november('02T11:00'), reply(1, 2, 3));
    story.take('answer', 'officer', november('03T10:00'));
    story.take('dispute', 'enterprise', november('03T11:00'), { reason: '第二项未办', items: [2] });
    expect(story.refusal('reply', 'officer', november('03T14:00'), reply(1))).toBe('item.done');
    story.take('reply', 'officer', november('03T14:00'), reply(2));
    expect(story.refusal('reply', 'officer', november('03T15:00'), reply(2))).toBeNull();
  });

  it('gets days from those who answer for it, for what is still open', () => {
    const story = asked();
    story.take('reply', 'officer', november('02T11:00'), reply(1));
    const plan = (item: number, dueOn: string): Inputs['planItems'] => ({ plan: [{ item, dueOn }] });
    story.take('planItems', 'officer', november('02T12:00'), plan(3, '2026-11-06'));
    expect(story.ticket.items.map(({ dueOn }) => dueOn)).toEqual([null, '2026-11-05', '2026-11-06']);
    const refusal = (item: number, dueOn: string): string | null =>
      story.refusal('planItems', 'officer', november('02T13:00'), plan(item, dueOn));
    expect([refusal(1, '2026-11-06'), refusal(9, '2026-11-06')]).toEqual(['item.unknown', 'item.unknown']);
    expect([refusal(3, '2026-11-02'), refusal(3, '2026-11-07')]).toEqual(['item.due_on', 'item.due_on']);
    expect(story.sweep(november('06T17:00')).types()).toContain('itemOverdue');
  });

  it('has no item that is not on it, and none twice in one reply', () => {
    const code = (input: Inputs['reply']) => asked().refusal('reply', 'officer', november('03T10:00'), input);
    expect(code(reply(4))).toBe('item.unknown');
    expect(code(reply(1, 1))).toBe('item.repeated');
    expect(atOfficer().refusal('reply', 'officer', november('03T10:00'), reply(1))).toBe('item.none');
  });

  it('is asked again by a dispute where the enterprise says so, without the days of the round before', () => {
    const story = asked().take('reply', 'officer', november('03T10:00'), reply(1, 2, 3));
    story.take('answer', 'officer', november('03T11:00'));
    const at = november('04T10:00');
    expect(story.refusal('dispute', 'enterprise', at, { reason: '无', items: [9] })).toBe('item.unknown');
    story.take('dispute', 'enterprise', at, { reason: '施工单位未定', items: [2] });
    expect(openItems(story.ticket.items, 'question')).toMatchObject([
      { ordinal: 2, doneAt: null, dueOn: null, dueAt: null },
    ]);
    expect(story.refusal('answer', 'officer', november('04T11:00'))).toBe('item.open');
  });
});

describe('what may be handed in later', () => {
  const deferred = [{ text: '竣工图', dueOn: '2026-11-12' }, { text: '公章' }] as const;
  const WORDS = { deferred, commitment: '十日内补交' };
  const later = (): TicketStory => atOfficer().take('defer', 'officer', november('03T10:00'), WORDS);

  it('is a list with days and the enterprise’s commitment', () => {
    expect(later().ticket.items).toMatchObject([
      { kind: 'deferred', ordinal: 1, text: '竣工图', dueOn: '2026-11-12', commitment: '十日内补交' },
      { kind: 'deferred', ordinal: 2, text: '公章', dueOn: null, dueAt: null },
    ]);
    expect(later().events.at(-1)).toMatchObject({
      type: 'deferred',
      data: { count: 2, dueOn: ['2026-11-12', ''] },
      texts: { item1: '竣工图', item2: '公章', commitment: '十日内补交' },
    });
  });

  it('does not hold up the work: no clock stands, and the answer does not wait for it', () => {
    const story = later();
    expect(story.clock('resolve').state).toBe('running');
    expect(story.refusal('answer', 'officer', november('03T11:00'))).toBeNull();
  });

  it('is handed in also after the closing, and told when its day passes then', () => {
    const story = later().take('answer', 'officer', november('04T10:00'));
    story.take('confirm', 'enterprise', november('04T11:00')).sweep(november('12T17:00'));
    expect(story.events.at(-1)).toMatchObject({ type: 'itemOverdue', data: { kind: 'deferred', item: 1 } });
    story.take('supplyDeferred', 'enterprise', november('13T10:00'), { items: [1], text: '竣工图' });
    expect(story.ticket).toMatchObject({ status: 'closed', items: [{ reply: '竣工图' }, { reply: null }] });
  });

  it('is numbered on when more is put off, apart from the questions', () => {
    const story = asked().take('defer', 'officer', november('03T10:00'), WORDS);
    story.take('defer', 'office', november('03T11:00'), { deferred: [{ text: '图纸' }], commitment: '补交' });
    expect(story.ticket.items.map(({ kind, ordinal }) => `${kind} ${String(ordinal)}`)).toEqual([
      ...['question 1', 'question 2', 'question 3'],
      ...['deferred 1', 'deferred 2', 'deferred 3'],
    ]);
  });

  it('has days from tomorrow on', () => {
    const input = { deferred: [{ text: '竣工图', dueOn: '2026-11-03' }], commitment: '补交' };
    expect(atOfficer().refusal('defer', 'officer', november('03T10:00'), input)).toBe('item.due_on');
  });

  it('is handed in by the enterprise or its officer, also after the answer', () => {
    const story = later().take('answer', 'officer', november('04T10:00'));
    const at = november('05T10:00');
    expect(story.refusal('supplyDeferred', 'enterprise', at, { items: [3], text: '见附件' })).toBe(
      'item.unknown',
    );
    story.take('supplyDeferred', 'enterprise', at, { items: [1], text: '见附件' });
    expect(openItems(story.ticket.items, 'deferred').map(({ ordinal }) => ordinal)).toEqual([2]);
    story.take('supplyDeferred', 'officer', at, { items: [2], text: '已送达' });
    expect(story.refusal('supplyDeferred', 'enterprise', at)).toBe('item.none');
    expect(story.ticket.status).toBe('answered');
  });

  it('can be settled with the acceptance, which then needs the commitment', () => {
    const at = november('02T10:00');
    const submitted = new TicketStory(MONDAY);
    expect(submitted.refusal('accept', 'officer', at, { deferred })).toBe('deferral.commitment_required');
    expect(submitted.refusal('accept', 'officer', at, { deferred, commitment: ' ' })).toBe(
      'deferral.commitment_required',
    );
    const late = { deferred: [{ text: '竣工图', dueOn: '2026-11-01' }], commitment: '补交' };
    expect(submitted.refusal('accept', 'officer', at, late)).toBe('item.due_on');
    submitted.take('accept', 'officer', at, WORDS);
    expect(submitted.types().slice(-2)).toEqual(['accepted', 'deferred']);
    expect(submitted.ticket).toMatchObject({ status: 'accepted', version: 3, items: { length: 2 } });
  });
});

describe('an item whose day passes', () => {
  const overdue = (story: TicketStory): string[] =>
    story.events
      .filter(({ type }) => type === 'itemOverdue')
      .map(({ at, data }) => `${inNovember(at) ?? ''} ${String(data['kind'])} ${String(data['item'])}`);

  it('is told once', () => {
    const story = routed(MONDAY, { items: LIST }).sweep(november('10T17:00'));
    expect(overdue(story)).toEqual(['05T17:00 question 2']);
  });

  it('is not told once it is done, nor of a ticket that has ended', () => {
    expect(
      overdue(asked().take('reply', 'officer', november('05T16:59'), reply(2)).sweep(november('10T17:00'))),
    ).toEqual([]);
    const withdrawn = asked().take('withdraw', 'enterprise', november('04T10:00'));
    expect(overdue(withdrawn.sweep(november('10T17:00')))).toEqual([]);
  });

  it('of a question is told after the wait for material, of a document also during it', () => {
    const story = asked().take('defer', 'officer', november('03T10:00'), {
      ...{ deferred: [{ text: '竣工图', dueOn: '2026-11-05' }], commitment: '补交' },
    });
    story.take('requestInfo', 'officer', november('04T10:00')).sweep(november('06T10:00'));
    expect(overdue(story)).toEqual(['05T17:00 deferred 1']);
    story.take('supplyInfo', 'enterprise', november('06T10:00')).sweep(november('06T10:00'));
    expect(overdue(story)).toEqual(['05T17:00 deferred 1', '06T10:00 question 2']);
  });
});
