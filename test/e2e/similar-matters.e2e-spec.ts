import type { Caller } from '../support/demo-app';
import { done, expectRefusal, noticesOf, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
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

describe('similar tickets', () => {
  it('are shown before a submission, within what one may read', async () => {
    const { cast } = stage;
    const [id] = await report();
    const asked = { title: '园区停电停产', description: OUTAGE.description, category: 'utilities' };
    const { items } = done(await cast.enterprise.post('/tickets/similar', asked)).body;
    expect(items[0]).toMatchObject({
      ticket: { id },
      reasons: expect.arrayContaining(['类别相同', '同一企业']),
    });
    expect(items[0].score).toBeGreaterThanOrEqual(0.45);
    const owners = new Set(
      items.map(({ ticket }: { ticket: { enterprise: { id: string } } }) => ticket.enterprise.id),
    );
    expect(owners.size).toBe(1);
  });

  it('of all enterprises are shown to the office at triage, and none to another district', async () => {
    const { cast, demo } = stage;
    const [id, second, third] = await report();
    const { items } = done(await cast.office.get(`/tickets/${id}/similar`)).body;
    const found = items.map(({ ticket }: { ticket: { id: string } }) => ticket.id);
    expect(found).toEqual(expect.arrayContaining([second, third]));
    expect(found).not.toContain(id);
    const foreign: Caller = await demo.signIn('office2');
    expectRefusal(await foreign.get(`/tickets/${id}/similar`), 404, 'ticket.not_found');
    const words = { title: OUTAGE.title, description: OUTAGE.description, category: 'utilities' };
    expect(done(await foreign.post('/tickets/similar', words)).body.items).toEqual([]);
  });

  it('come with the answer to a submission', async () => {
    const { cast } = stage;
    const [first] = await report();
    const key = { 'idempotency-key': 'similar-once' };
    const { body } = done(await cast.enterprise.post('/tickets', OUTAGE, key), 201);
    expect(body.similar.map(({ id }: { id: string }) => id)).toContain(first);
    expect(body.similar.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    expect(done(await cast.enterprise.post('/tickets', OUTAGE, key), 201).body).toEqual(body);
  });
});

describe('a matter', () => {
  it('is answered once, and each enterprise is asked for its own verdict', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids);
    await stage.demo.settle();
    expect(await noticesOf(cast.township, ids[0]!)).toContain('matter');
    const { answered, left } = done(await cast.township.post(`/matters/${matterId}/answer`, TOGETHER)).body;
    expect(left).toEqual([]);
    expect(answered.map(({ ticketId }: { ticketId: string }) => ticketId).sort()).toEqual([...ids].sort());
    for (const id of ids) {
      expect(await seenBy(cast.office, id)).toMatchObject({
        ...{ status: 'answered', outcome: 'resolved', result: TOGETHER.result, matter: { id: matterId } },
        responsibleUnit: { id: stage.unit.township },
      });
    }
    done(await cast.enterprise.act(ids[0]!, 'dispute', { reason: '仍然停电' }));
    const matter = done(await cast.office.get(`/matters/${matterId}`)).body;
    expect(matter).toMatchObject({
      ...{ state: 'answered', tickets: 3, enterprises: 3, open: 1 },
      verdicts: { yes: 0, partly: 0, no: 1, waiting: 2 },
    });
    const again = done(await cast.office.post(`/matters/${matterId}/answer`)).body;
    expect(again).toMatchObject({ answered: [], left: [{ ticketId: ids[0], code: 'matter.own_way' }] });
  });

  it('leaves what cannot be answered yet, and answers it later with the same words', async () => {
    const { cast, demo } = stage;
    const ids = await report();
    const matterId = await join(ids);
    done(await cast.township.act(ids[0]!, 'request-info', { items: ['停电通知'] }));
    const first = done(await cast.office.post(`/matters/${matterId}/answer`, TOGETHER)).body;
    expect(first.answered).toHaveLength(2);
    expect(first.left).toMatchObject([{ ticketId: ids[0], code: 'ticket.wrong_status' }]);
    done(await cast.enterprise.act(ids[0]!, 'supply-info', { text: '已补' }));
    await demo.settle();
    const other = { ...TOGETHER, result: '换了一种说法' };
    expectRefusal(await cast.office.post(`/matters/${matterId}/answer`, other), 409, 'matter.answered');
    const second = done(await cast.township.post(`/matters/${matterId}/answer`)).body;
    expect(second).toMatchObject({ answered: [{ ticketId: ids[0] }], left: [] });
    expect((await seenBy(cast.enterprise, ids[0]!)).result).toBe(TOGETHER.result);
  });

  it('is nothing an enterprise ever learns of', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids);
    done(await cast.office.post(`/matters/${matterId}/answer`, TOGETHER));
    const seen = JSON.stringify([
      await seenBy(cast.enterprise, ids[0]!),
      done(await cast.enterprise.get(`/tickets/${ids[0]!}/timeline`)).body,
    ]);
    for (const secret of [matterId, ids[1]!, ids[2]!]) expect(seen).not.toContain(secret);
    expectRefusal(await cast.enterprise.get(`/matters/${matterId}`), 404, 'matter.not_found');
    expectRefusal(await cast.enterprise.get('/matters'), 403, 'permission.denied');
  });

  it('is put together by the office alone, of its own district, each ticket in one', async () => {
    const { cast, demo } = stage;
    const ids = await report();
    const said = { title: '停电', leadTicketId: ids[0], ticketIds: ids, reason: '同一件事' };
    expectRefusal(await cast.township.post('/matters', said), 403, 'permission.denied');
    const foreign = await demo.signIn('office2');
    expectRefusal(await foreign.post('/matters', said), 422, 'matter.unknown_ticket', '/leadTicketId');
    const alone = await cast.office.post('/matters', { ...said, ticketIds: ids.slice(0, 1) });
    expectRefusal(alone, 422, 'matter.too_few', '/ticketIds');
    const matterId = await join(ids);
    expectRefusal(await cast.office.post('/matters', said), 409, 'matter.taken', '/ticketIds/0');
    expectRefusal(await foreign.get(`/matters/${matterId}`), 404, 'matter.not_found');
    expectRefusal(await foreign.post(`/matters/${matterId}/answer`, TOGETHER), 404, 'matter.not_found');
    expectRefusal(
      await cast.department.post(`/matters/${matterId}/answer`, TOGETHER),
      404,
      'matter.not_found',
    );
    expectRefusal(
      await cast.leader.post(`/matters/${matterId}/answer`, TOGETHER),
      403,
      'ticket.not_permitted',
    );
  });

  it('lets a ticket go and takes one in, and can be dissolved before its answer', async () => {
    const { cast } = stage;
    const ids = await report();
    const matterId = await join(ids.slice(0, 2));
    const more = done(await cast.office.post(`/matters/${matterId}/tickets`, { ticketIds: [ids[2]] })).body;
    expect(more.tickets).toBe(3);
    done(await cast.office.delete(`/matters/${matterId}/tickets/${ids[1]!}`), 204);
    expect((await seenBy(cast.office, ids[1]!)).matter).toBeNull();
    const lead = await cast.office.delete(`/matters/${matterId}/tickets/${ids[0]!}`);
    expectRefusal(lead, 409, 'matter.lead_stays');
    const stranger = await cast.office.delete(`/matters/${matterId}/tickets/${ids[1]!}`);
    expectRefusal(stranger, 404, 'matter.not_member');
    done(await cast.office.delete(`/matters/${matterId}`), 204);
    expect((await seenBy(cast.office, ids[2]!)).matter).toBeNull();
    expectRefusal(await cast.office.post(`/matters/${matterId}/answer`, TOGETHER), 409, 'matter.dissolved');
    expect(done(await cast.office.get(`/matters/${matterId}`)).body.state).toBe('dissolved');
  });

  it('is suggested to the office when three enterprises report what looks alike', async () => {
    const { cast } = stage;
    const ids = await report();
    const { items } = done(await cast.office.get('/matters/suggestions')).body;
    const groups = items.map(({ tickets }: { tickets: { id: string }[] }) => tickets.map(({ id }) => id));
    expect(groups.some((group: string[]) => ids.every((id) => group.includes(id)))).toBe(true);
    expectRefusal(await cast.township.get('/matters/suggestions'), 403, 'permission.denied');
  });
});
