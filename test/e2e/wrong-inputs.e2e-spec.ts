import request from 'supertest';
import { openDemoApp, type Answer, type Caller, type DemoApp } from '../support/demo-app';

const GOOD = { title: '厂区供电不稳', description: '近一周三次跳闸。', category: 'utilities' };

/** The ten wrong inputs that docs/wrong-inputs.md lists with their answers, and two more. */
describe('ten wrong inputs', () => {
  let demo: DemoApp;
  let enterprise: Caller;
  let officer: Caller;
  let id: string;

  beforeAll(async () => {
    demo = await openDemoApp();
    enterprise = await demo.signIn('enterprise');
    officer = await demo.signIn('officer');
    id = (await enterprise.post('/tickets', GOOD)).body.id;
    await demo.settle();
  }, 120_000);

  afterAll(() => demo.close());

  const ticketCount = async (): Promise<number> =>
    (await demo.database.rows<{ n: number }>('select count(*)::int as n from ticket'))[0]?.n ?? 0;

  const refusedAs = (answer: Answer, status: number, code: string, pointer?: string): void => {
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, traceId: expect.any(String) });
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
    if (pointer !== undefined)
      expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat \/|node_modules|select |insert /i);
  };

  it('an unknown category', async () => {
    const before = await ticketCount();
    refusedAs(
      await enterprise.post('/tickets', { ...GOOD, category: 'weather' }),
      422,
      'category.unknown',
      '/category',
    );
    expect(await ticketCount()).toBe(before);
  });

  it("another district's enterprise", async () => {
    const other = (await (await demo.signIn('office2')).get('/enterprises?limit=1')).body.items[0].id;
    refusedAs(await enterprise.post('/tickets', { ...GOOD, enterpriseId: other }), 404, 'enterprise.foreign');
  });

  it('a text of 6,000 characters', async () => {
    const answer = await enterprise.post('/tickets', { ...GOOD, description: '长'.repeat(6_000) });
    refusedAs(answer, 422, 'request.invalid', '/description');
  });

  it('a NUL byte', async () => {
    refusedAs(await enterprise.post('/tickets', { ...GOOD, title: 'a\u0000b' }), 422, 'request.unsafe_text');
  });

  it('a missing If-Match', async () => {
    refusedAs(await officer.post(`/tickets/${id}/claim`), 428, 'precondition.required');
  });

  it('a stale version', async () => {
    refusedAs(await officer.post(`/tickets/${id}/claim`, {}, { 'if-match': '"v1"' }), 412, 'version.stale');
  });

  it('the wrong role', async () => {
    refusedAs(await enterprise.act(id, 'claim'), 403, 'ticket.not_holder');
    const auditor = await demo.signIn('auditor');
    refusedAs(await auditor.act(id, 'escalate', { reason: 'x' }), 403, 'ticket.not_permitted');
  });

  it('a second confirmation', async () => {
    await officer.act(id, 'claim');
    await officer.act(id, 'answer', { outcome: 'resolved', route: '协调供电公司', result: '已更换' });
    expect((await enterprise.act(id, 'confirm', { solved: 'yes' })).status).toBe(200);
    refusedAs(await enterprise.act(id, 'confirm', { solved: 'yes' }), 409, 'ticket.wrong_status');
  });

  it('a day that the calendar does not have', async () => {
    const office = await demo.signIn('office');
    const second = (await enterprise.post('/tickets', GOOD)).body.id;
    await demo.settle();
    const answer = await office.act(second, 'supervise', { instruction: '请尽快办理', dueOn: '2023-11-31' });
    refusedAs(answer, 422, 'request.invalid', '/dueOn');
  });

  it('malformed JSON', async () => {
    const answer = await request(demo.app.getHttpServer())
      .post('/api/v1/sessions')
      .set('content-type', 'application/json')
      .send('{"username": ');
    refusedAs(answer, 400, 'request.malformed');
  });

  it('a body of 3 MB', async () => {
    const answer = await enterprise.post('/tickets', { ...GOOD, description: 'x'.repeat(3 * 1024 * 1024) });
    refusedAs(answer, 413, 'request.too_large');
  });

  it('and out of scope is as unknown as what does not exist', async () => {
    const stranger = await demo.signIn('enterprise2');
    const unknown = await stranger.get('/tickets/01a2018e-8587-70e6-9d52-c6f55495d9b9');
    const foreign = await stranger.get(`/tickets/${id}`);
    refusedAs(foreign, 404, 'ticket.not_found');
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    refusedAs(await stranger.post(`/tickets/${id}/claim`, {}, {}), 404, 'ticket.not_found');
  });
});
