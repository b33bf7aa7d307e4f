import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';

const NOT_YET = { reason: '回访发现积水依旧' };

describe('reopening and rounds', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  const closed = async (extra: object = {}): Promise<string> => {
    const id = await life.answered(extra);
    done(await life.cast.enterprise.act(id, 'confirm', { solved: 'yes', rating: 5 }));
    return id;
  };
  const clocksOf = async (id: string, kind: string) =>
    (await seenBy(life.cast.office, id)).clocks.filter((clock: { kind: string }) => clock.kind === kind);

  it('the last holder has it again, in a new round, on the same promise and no full clock', async () => {
    const { office, township, enterprise } = life.cast;
    const id = await closed();
    const [promise] = await clocksOf(id, 'resolve');
    const reopened = done(await office.act(id, 'reopen', NOT_YET)).body;
    expect(reopened).toMatchObject({
      ...{ status: 'in_progress', round: 2, tier: 2, holder: { unit: { id: life.unit.township } } },
      ...{ outcome: null, verdict: null, answeredAt: null, closedAt: null },
    });
    const again = await clocksOf(id, 'resolve');
    expect(again).toMatchObject([{ id: promise.id, state: 'running', originalDueAt: promise.originalDueAt }]);
    expect(await clocksOf(id, 'leg')).toHaveLength(1);
    await life.demo.settle();
    expect(await noticesOf(township, id)).toContain('reopened');
    expect(await noticesOf(enterprise, id)).toContain('reopened');

    done(await township.act(id, 'answer', ANSWER));
    const final = done(await enterprise.act(id, 'confirm', { solved: 'yes', rating: 4 })).body;
    expect(final).toMatchObject({ status: 'closed', round: 2, verdict: { rating: 4 } });
    expect(final.handlingMinutes).toBeGreaterThanOrEqual(0);
  });

  it('questions named in the reopening are to be replied to again', async () => {
    const { office, township } = life.cast;
    const items = [{ text: '甲' }, { text: '乙' }];
    const id = await life.withTownship({ items });
    const replies = [1, 2].map((item) => ({ item, reply: '答' }));
    done(await township.act(id, 'reply', { replies }));
    done(await township.act(id, 'answer', ANSWER));
    done(await life.cast.enterprise.act(id, 'confirm', { solved: 'partly' }));
    const reopened = done(await office.act(id, 'reopen', { ...NOT_YET, items: [2] })).body;
    expect(reopened.items).toMatchObject([{ done: true }, { done: false }]);
    expectRefusal(await township.act(id, 'answer', ANSWER), 409, 'item.open');
  });

  describe('refused', () => {
    let id: string;
    beforeAll(async () => {
      id = await closed();
    });

    it.each([
      ['no reason', {}, 'request.invalid', '/reason'],
      ['a blank reason', { reason: ' ' }, 'request.invalid', '/reason'],
      ['a reason of 2,001 characters', { reason: '长'.repeat(2_001) }, 'request.invalid', '/reason'],
      ['a call-back that is no text', { ...NOT_YET, callBack: true }, 'request.invalid', '/callBack'],
      [
        'a call-back of 2,001 characters',
        { ...NOT_YET, callBack: '长'.repeat(2_001) },
        'request.invalid',
        '/callBack',
      ],
      ['questions in words', { ...NOT_YET, items: ['一'] }, 'request.invalid', '/items'],
      ['the same question twice', { ...NOT_YET, items: [1, 1] }, 'request.invalid', '/items'],
      ['a question there is not', { ...NOT_YET, items: [1] }, 'item.unknown', '/items/0'],
      ['a field nobody knows', { ...NOT_YET, round: 3 }, 'request.invalid', '/round'],
      ['a NUL byte', { reason: 'a\u0000' }, 'request.unsafe_text', '/reason'],
    ])('%s', async (_what, body, code, pointer) => {
      expectRefusal(await life.cast.office.act(id, 'reopen', body), 422, code, pointer);
    });

    it('in order: 404, 403, 428, 412, 409', async () => {
      const { office, enterprise, township } = life.cast;
      const [path, bad] = [`/tickets/${id}/reopen`, {}];
      const stranger = await life.demo.signIn('office2');
      expectRefusal(await stranger.post(path, bad), 404, 'ticket.not_found');
      expectRefusal(await enterprise.post(path, bad), 403, 'ticket.not_permitted');
      expectRefusal(await township.post(path, bad), 403, 'ticket.not_permitted');
      expectRefusal(await office.post(path, bad), 428, 'precondition.required');
      expectRefusal(await office.post(path, bad, { 'if-match': '"v1"' }), 412, 'version.stale');
      expectRefusal(await office.act(await life.withTownship(), 'reopen', bad), 409, 'ticket.wrong_status');
    });
  });

  it('after thirty days only what a call-back has shown reopens it', async () => {
    const { office } = life.cast;
    const id = await closed();
    await life.demo.advance({ advanceWorkdays: 25 });
    expectRefusal(await office.act(id, 'reopen', NOT_YET), 422, 'reopen.too_late', '/callBack');
    const late = { ...NOT_YET, callBack: '电话回访，企业称雨后仍积水' };
    expect(done(await office.act(id, 'reopen', late)).body).toMatchObject({
      round: 2,
      status: 'in_progress',
    });
  });
});
