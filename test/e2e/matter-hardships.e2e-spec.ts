import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import { neighboursOf, OUTAGE, reported, together, TOGETHER } from './matter-stage';

let stage: Lifecycle;
let neighbours: string[];

beforeAll(async () => {
  stage = await openLifecycle();
  neighbours = await neighboursOf(stage);
});
afterAll(() => stage.close());

const report = (): Promise<string[]> => reported(stage, neighbours);
const join = (ids: readonly string[]): Promise<string> => together(stage, ids);

const statuses = async (ids: readonly string[]): Promise<string[]> =>
  Promise.all(ids.map(async (id) => (await seenBy(stage.cast.office, id)).status));

const typesOf = async (id: string): Promise<string[]> =>
  done(await stage.cast.office.get(`/tickets/${id}/timeline`)).body.items.map(
    ({ type }: { type: string }) => type,
  );

describe('a matter, whatever happens at the same time', () => {
  it('is answered once when two answer it at once', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids);
    const other = { ...TOGETHER, result: '另一种结果' };
    const answers = await Promise.all([
      cast.township.post(`/matters/${matterId}/answer`, TOGETHER),
      cast.office.post(`/matters/${matterId}/answer`, other),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const results = await Promise.all(ids.map(async (id) => (await seenBy(cast.office, id)).result));
    expect(new Set(results).size).toBe(1);
    for (const id of ids) expect((await typesOf(id)).filter((type) => type === 'answered')).toHaveLength(1);
  });

  it('gets a ticket that two want into only one of them', async () => {
    const { cast } = stage;
    const ids = await report();
    const said = (lead: number) => ({
      ...{ title: '停电', leadTicketId: ids[lead], ticketIds: [ids[1]], reason: '同一件事' },
    });
    const made = await Promise.all([
      cast.office.post('/matters', said(0)),
      cast.office.post('/matters', said(2)),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409]);
    const won = made.find(({ status }) => status === 201)?.body.id;
    expect((await seenBy(cast.office, ids[1]!)).matter.id).toBe(won);
    const lost = made.findIndex(({ status }) => status === 409);
    expect((await seenBy(cast.office, ids[lost * 2]!)).matter).toBeNull();
  });

  it('lets answers, removals and single answers cross without harm', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids);
    const crossed = await Promise.all([
      cast.office.post(`/matters/${matterId}/answer`, TOGETHER),
      cast.office.delete(`/matters/${matterId}/tickets/${ids[2]!}`),
      cast.township.act(ids[0]!, 'answer', { ...TOGETHER, result: '单独答复' }),
    ]);
    for (const { status } of crossed) expect([200, 204, 409, 412]).toContain(status);
    for (const id of ids.slice(0, 2)) {
      expect((await typesOf(id)).filter((type) => type === 'answered')).toHaveLength(1);
    }
  });

  it('waits in no circle with a merge of two of its tickets', async () => {
    const { cast } = stage;
    for (const first of ['answer', 'merge'] as const) {
      const ids = await report();
      const matterId = await join(ids);
      const merge = () => cast.office.act(ids[1]!, 'merge', { intoTicketId: ids[2] });
      const answer = () => cast.office.post(`/matters/${matterId}/answer`, TOGETHER);
      const both = first === 'answer' ? [answer(), merge()] : [merge(), answer()];
      for (const { status } of await Promise.all(both)) expect([200, 409, 412]).toContain(status);
    }
  });

  it('is answered for a merged ticket through what it goes along with', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids);
    done(await cast.office.act(ids[1]!, 'merge', { intoTicketId: ids[0] }));
    const { answered, left } = done(await cast.office.post(`/matters/${matterId}/answer`, TOGETHER)).body;
    expect([answered.length, left.length]).toEqual([2, 0]);
    expect(await statuses(ids)).toEqual(['answered', 'merged', 'answered']);
    expect((await typesOf(ids[1]!)).at(-1)).toBe('parentAdvanced');
  });

  it('is made once for one key', async () => {
    const { cast } = stage;
    const ids = await report();
    const said = { title: '停电', leadTicketId: ids[0], ticketIds: ids, reason: '同一件事' };
    const key = { 'idempotency-key': 'one-matter' };
    const first = done(await cast.office.post('/matters', said, key), 201);
    const second = done(await cast.office.post('/matters', said, key), 201);
    expect(second.body.id).toBe(first.body.id);
    expect(first.headers['location']).toBe(`/api/v1/matters/${first.body.id as string}`);
    const other = { ...said, title: '另一件' };
    expectRefusal(await cast.office.post('/matters', other, key), 422, 'idempotency.key_reused');
  });
});

describe('a matter of tickets not everybody may read', () => {
  it('is answered for those as well, which are only counted', async () => {
    const { cast, demo } = stage;
    const [first] = await report();
    const secret = { ...OUTAGE, enterpriseId: neighbours[2], severity: 'major', confidential: true };
    const { body } = done(await cast.office.post('/tickets', secret), 201);
    await demo.settle();
    expectRefusal(await cast.township.get(`/tickets/${body.id as string}`), 404, 'ticket.not_found');
    const matterId = await join([first!, body.id]);
    expect(done(await cast.township.get(`/matters/${matterId}`)).body).toMatchObject({ tickets: 1 });
    const answer = done(await cast.township.post(`/matters/${matterId}/answer`, TOGETHER)).body;
    expect(answer).toEqual({
      ...{ answered: [{ ticketId: first, number: expect.any(String) }], left: [] },
      outOfSight: { answered: 1, left: 0 },
    });
    expect(await seenBy(cast.office, body.id)).toMatchObject({
      status: 'answered',
      holder: { unit: { id: stage.unit.office } },
    });
  });

  it('never has a complaint among others', async () => {
    const { cast, demo } = stage;
    const [first] = await report();
    const { body: person } = done(await cast.township.get('/me'));
    const complaint = { ...OUTAGE, aboutPersonId: person.id };
    const { body } = done(await cast.enterprise.post('/tickets', complaint), 201);
    await demo.settle();
    const said = { title: '停电', leadTicketId: first, ticketIds: [body.id], reason: '同一件事' };
    expectRefusal(await cast.office.post('/matters', said), 422, 'matter.complaint', '/ticketIds/0');
    expect((await seenBy(cast.office, first!)).matter).toBeNull();
  });
});

describe('the figures', () => {
  it('count every ticket of a matter as the ticket it is', async () => {
    const { cast } = stage;
    const figures = async () =>
      done(await cast.office.get('/statistics/resolution?regionCode=220105&from=2023-10-20&to=2023-10-20'))
        .body.total;
    const before = await figures();
    const ids = await report();
    const matterId = await join(ids);
    done(await cast.office.post(`/matters/${matterId}/answer`, TOGETHER));
    const after = await figures();
    expect([after.collected - before.collected, after.resolved - before.resolved]).toEqual([3, 3]);
    done(await cast.enterprise.act(ids[0]!, 'confirm', { solved: 'yes', rating: 5 }));
    const matter = done(await cast.office.get(`/matters/${matterId}`)).body;
    expect(matter.verdicts).toEqual({ yes: 1, partly: 0, no: 0, waiting: 2, silent: 0 });
    expect(matter.members[0]).toMatchObject({
      lead: true,
      solved: 'yes',
      rating: 5,
      ticket: { status: 'closed' },
    });
    expectRefusal(await cast.office.delete(`/matters/${matterId}`), 409, 'matter.answered');
    const gone = await cast.office.delete(`/matters/${matterId}/tickets/${ids[1]!}`);
    expectRefusal(gone, 409, 'matter.answered');
  });
});

describe('a matter asked for wrongly', () => {
  it('names every fault, and unknown tickets only as unknown', async () => {
    const { cast } = stage;
    const empty = await cast.office.post('/matters', { title: ' ', ticketIds: [] });
    expectRefusal(empty, 422, 'request.invalid');
    const places = empty.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(places).toEqual(expect.arrayContaining(['/title', '/leadTicketId', '/ticketIds', '/reason']));
    const [first] = await report();
    const nobody = '00000000-0000-4000-8000-000000000000';
    const said = { title: '停电', leadTicketId: first, ticketIds: [first, nobody], reason: '同一件事' };
    expectRefusal(await cast.office.post('/matters', said), 422, 'matter.unknown_ticket', '/ticketIds/1');
    expect((await seenBy(cast.office, first!)).matter).toBeNull();
    expectRefusal(await cast.office.get(`/matters/${nobody}`), 404, 'matter.not_found');
    expectRefusal(await cast.office.delete(`/matters/${nobody}`), 404, 'matter.not_found');
    expectRefusal(await cast.office.get('/matters?state=lost'), 422, 'request.invalid', '/state');
  });

  it('says what stands in the way before it looks at the words', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids.slice(0, 2));
    expectRefusal(await cast.office.post(`/matters/${matterId}/answer`), 422, 'request.invalid', '/route');
    const blank = { ...TOGETHER, route: ' ' };
    expectRefusal(
      await cast.office.post(`/matters/${matterId}/answer`, blank),
      422,
      'ticket.missing_route',
      '/route',
    );
    const stranger = { ...TOGETHER, responsibleUnitId: '00000000-0000-4000-8000-000000000000' };
    const refused = await cast.office.post(`/matters/${matterId}/answer`, stranger);
    expectRefusal(refused, 422, 'unit.unknown', '/responsibleUnitId');
    for (const id of ids.slice(0, 2)) {
      done(await cast.township.act(id, 'request-info', { items: ['停电通知'] }));
    }
    expectRefusal(await cast.office.post(`/matters/${matterId}/answer`, {}), 409, 'matter.none_answerable');
    expect(await statuses(ids.slice(0, 1))).toEqual(['need_info']);
    const added = await cast.office.post(`/matters/${matterId}/tickets`, { ticketIds: 'all' });
    expectRefusal(added, 422, 'request.invalid', '/ticketIds');
  });
});
