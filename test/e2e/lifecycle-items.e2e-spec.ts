import { ANSWER, done, expectRefusal, noticesOf, openLifecycle, PROBLEM, seenBy } from './lifecycle-stage';
import type { Lifecycle } from './lifecycle-stage';

const QUESTIONS = [
  { text: '消防通道宽度如何认定' },
  { text: '雨污分流由谁实施' },
  { text: '施工许可何时核发' },
];
const LICENCE = { text: '环评批复原件', dueOn: '2023-10-27' };
const COMMITMENT = '承诺于期限前补交，逾期自担后果';

describe('question lists and deferred documents', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  const itemsOf = async (id: string) => (await seenBy(life.cast.enterprise, id)).items;

  it('every question is replied to before the whole is answered, and asked again where it is disputed', async () => {
    const { township, enterprise } = life.cast;
    const id = await life.withTownship({ items: QUESTIONS });
    expect(await itemsOf(id)).toEqual(
      QUESTIONS.map(({ text }, index) => ({
        ...{ item: index + 1, text, commitment: null, dueOn: null, done: false, doneAt: null },
        ...{ reply: null, overdue: false },
      })),
    );
    expect((await seenBy(township, id)).allowedActions).not.toContain('answer');
    expectRefusal(await township.act(id, 'answer', ANSWER), 409, 'item.open');

    const first = [
      { item: 1, reply: '按四米认定' },
      { item: 3, reply: '三个工作日内' },
    ];
    const replied = done(await township.act(id, 'reply', { replies: first })).body;
    expect(replied.items.map(({ done: finished }: { done: boolean }) => finished)).toEqual([
      true,
      false,
      true,
    ]);
    await life.demo.settle();
    expect(await noticesOf(enterprise, id)).toContain('replied');
    done(await township.act(id, 'reply', { replies: [{ item: 2, reply: '由街道实施' }] }));
    done(await township.act(id, 'answer', ANSWER));

    const disputed = done(await enterprise.act(id, 'dispute', { reason: '第二项仍未落实', items: [2] })).body;
    expect(disputed).toMatchObject({ status: 'in_progress', round: 2 });
    expect(await itemsOf(id)).toMatchObject([
      { done: true },
      { done: false },
      { done: true, reply: '三个工作日内' },
    ]);
    expectRefusal(await township.act(id, 'answer', ANSWER), 409, 'item.open');
    done(await township.act(id, 'reply', { replies: [{ item: 2, reply: '已于今日开工' }] }));
    expect(done(await township.act(id, 'answer', ANSWER)).body.status).toBe('answered');
  });

  it('accepted with documents to follow, which the enterprise hands in one by one', async () => {
    const { office, enterprise, officer } = life.cast;
    const { id } = done(await enterprise.post('/tickets', PROBLEM), 201).body;
    const second = { text: '消防验收意见', dueOn: '2023-10-30' };
    const accepted = done(
      await office.act(id, 'accept', { deferred: [LICENCE, second], commitment: COMMITMENT }),
    ).body;
    expect(accepted).toMatchObject({
      status: 'accepted',
      deferred: [
        { item: 1, ...LICENCE, commitment: COMMITMENT, done: false },
        { item: 2, ...second, done: false },
      ],
    });
    await life.demo.settle();
    expect(await noticesOf(enterprise, id)).toContain('infoRequested');
    const handed = done(await enterprise.act(id, 'supply-deferred', { items: [1], text: '已送窗口' })).body;
    expect(handed.deferred).toMatchObject([{ done: true, reply: '已送窗口' }, { done: false }]);
    done(await officer.act(id, 'supply-deferred', { items: [2], text: '代为递交' }));
    expect((await seenBy(enterprise, id)).allowedActions).not.toContain('supply-deferred');
    expectRefusal(
      await enterprise.act(id, 'supply-deferred', { items: [1], text: '再交' }),
      409,
      'item.none',
    );
  });

  it('the holder defers documents on the way, and the ticket goes on', async () => {
    const { township } = life.cast;
    const id = await life.withTownship();
    const body = { deferred: [LICENCE], commitment: COMMITMENT };
    const deferred = done(await township.act(id, 'defer', body)).body;
    expect(deferred).toMatchObject({ status: 'in_progress', deferred: [{ item: 1, ...LICENCE }] });
    expect(done(await township.act(id, 'defer', body)).body.deferred).toMatchObject([
      { item: 1 },
      { item: 2 },
    ]);
  });

  describe('wrong lists', () => {
    const submit = { path: '/tickets', body: { ...PROBLEM, severity: 'complex' } };
    it.each([
      ['no list', 'three', '/items'],
      ['a blank question', [{ text: '问' }, { text: ' ' }], '/items/1/text'],
      ['a question of 501 characters', [{ text: '长'.repeat(501) }], '/items/0/text'],
      ['a day the calendar does not have', [{ text: '问', dueOn: '2023-02-30' }], '/items/0/dueOn'],
      ['a field nobody knows', [{ text: '问', reply: '答' }], '/items/0/reply'],
      ['nothing in place of a question', [{ text: '问' }, null], '/items/1'],
      ['a list in place of a question', [[{ text: '问' }]], '/items'],
      ['201 questions', Array.from({ length: 201 }, () => ({ text: '问' })), '/items'],
    ])('of questions: %s', async (_what, items, pointer) => {
      const answer = await life.cast.enterprise.post(submit.path, { ...submit.body, items });
      expectRefusal(answer, 422, 'request.invalid', pointer);
    });

    it('of questions: days are for those who take it on to set, and working days', async () => {
      const { enterprise, office } = life.cast;
      const { body } = await enterprise.get('/me');
      const post = (dueOn: string, by = office) =>
        by.post('/tickets', {
          ...{ ...submit.body, enterpriseId: body.enterprise.id },
          items: [{ text: '问' }, { text: '问', dueOn }],
        });
      expectRefusal(await post('2023-10-27', enterprise), 422, 'item.due_on', '/items/1/dueOn');
      expectRefusal(await post('2023-10-28'), 422, 'item.due_on', '/items/1/dueOn');
      expect(done(await post('2023-10-27'), 201).body.items[1].dueOn).toBe('2023-10-27');
    });

    describe('of replies', () => {
      let id: string;
      beforeAll(async () => {
        id = await life.withTownship({ items: QUESTIONS });
      });

      it.each([
        ['no list', undefined, 'request.invalid', '/replies'],
        ['an empty list', [], 'request.invalid', '/replies'],
        [
          'a blank reply',
          [1, 2, 3, 4].map((item) => ({ item, reply: item < 4 ? '答' : ' ' })),
          'request.invalid',
          '/replies/3/reply',
        ],
        ['a reply without its number', [{ reply: '答' }], 'request.invalid', '/replies/0/item'],
        ['a number in words', [{ item: '一', reply: '答' }], 'request.invalid', '/replies/0/item'],
        ['half a question', [{ item: 1.5, reply: '答' }], 'request.invalid', '/replies/0/item'],
        [
          'a field nobody knows',
          [{ item: 1, reply: '答', done: true }],
          'request.invalid',
          '/replies/0/done',
        ],
        ['a list in place of a reply', [[{ item: 1, reply: '答' }]], 'request.invalid', '/replies'],
        [
          '201 replies',
          Array.from({ length: 201 }, () => ({ item: 1, reply: '答' })),
          'request.invalid',
          '/replies',
        ],
        [
          'a question there is not',
          [
            { item: 1, reply: '答' },
            { item: 4, reply: '答' },
          ],
          'item.unknown',
          '/replies/1/item',
        ],
        [
          'the same question twice',
          [
            { item: 1, reply: '答' },
            { item: 1, reply: '另答' },
          ],
          'item.repeated',
          '/replies/1/item',
        ],
      ])('%s', async (_what, replies, code, pointer) => {
        expectRefusal(await life.cast.township.act(id, 'reply', { replies }), 422, code, pointer);
      });

      it('the order: 404, 403, 428, 412, 409, 422', async () => {
        const { township, enterprise, department } = life.cast;
        const [path, bad] = [`/tickets/${id}/reply`, { replies: [{}] }];
        expectRefusal(await department.post(path, bad), 404, 'ticket.not_found');
        expectRefusal(await enterprise.post(path, bad), 403, 'ticket.not_holder');
        expectRefusal(await township.post(path, bad), 428, 'precondition.required');
        expectRefusal(await township.post(path, bad, { 'if-match': '"v1"' }), 412, 'version.stale');
        expectRefusal(await township.act(await life.withTownship(), 'reply', bad), 409, 'item.none');
        expectRefusal(await township.act(id, 'reply', bad), 422, 'request.invalid', '/replies/0/item');
      });
    });

    describe('of deferred documents', () => {
      let id: string;
      beforeAll(async () => {
        id = await life.withTownship();
      });

      it.each([
        ['no commitment', { deferred: [LICENCE] }, 'request.invalid', '/commitment'],
        ['a blank commitment', { deferred: [LICENCE], commitment: ' ' }, 'request.invalid', '/commitment'],
        ['nothing deferred', { deferred: [], commitment: COMMITMENT }, 'request.invalid', '/deferred'],
        [
          'no day',
          { deferred: [{ text: '原件' }], commitment: COMMITMENT },
          'request.invalid',
          '/deferred/0/dueOn',
        ],
        [
          'a Saturday',
          { deferred: [LICENCE, { ...LICENCE, dueOn: '2023-10-28' }], commitment: COMMITMENT },
          'item.due_on',
          '/deferred/1/dueOn',
        ],
        [
          'yesterday',
          { deferred: [{ ...LICENCE, dueOn: '2023-10-19' }], commitment: COMMITMENT },
          'item.due_on',
          '/deferred/0/dueOn',
        ],
      ])('%s', async (_what, body, code, pointer) => {
        expectRefusal(await life.cast.township.act(id, 'defer', body), 422, code, pointer);
      });

      it('accepted with documents but without a commitment', async () => {
        const { enterprise, office } = life.cast;
        const { id: fresh } = done(await enterprise.post('/tickets', PROBLEM), 201).body;
        const answer = await office.act(fresh, 'accept', { deferred: [LICENCE] });
        expectRefusal(answer, 422, 'deferral.commitment_required', '/commitment');
      });

      it.each([
        ['no number', { items: [], text: '已交' }, 'request.invalid', '/items'],
        ['the same twice', { items: [1, 1], text: '已交' }, 'request.invalid', '/items'],
        ['number nought', { items: [0], text: '已交' }, 'request.invalid', '/items'],
        ['a number in words', { items: ['1'], text: '已交' }, 'request.invalid', '/items'],
        ['no text', { items: [1] }, 'request.invalid', '/text'],
        ['what was never deferred', { items: [1, 9], text: '已交' }, 'item.unknown', '/items/1'],
      ])('handed in: %s', async (_what, body, code, pointer) => {
        const { township, enterprise } = life.cast;
        const { deferred } = await seenBy(enterprise, id);
        if (deferred.length === 0) {
          done(await township.act(id, 'defer', { deferred: [LICENCE], commitment: COMMITMENT }));
        }
        expectRefusal(await enterprise.act(id, 'supply-deferred', body), 422, code, pointer);
      });
    });
  });
});
