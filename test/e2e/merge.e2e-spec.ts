import { ActorBook, MergeTickets, TicketProcedure, TicketReader } from '@zhuqi/application';
import { begunAt, PgUnitOfWork } from '../../libs/persistence/src/database/pg-unit-of-work';
import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';

const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';

describe('merging', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  it('the child stands still with its parent until it is told of the result', async () => {
    const { office, township, enterprise } = life.cast;
    const parent = await life.withTownship();
    const child = await life.withTownship({ title: '同一处积水的另一件诉求' });
    const numbers = await Promise.all([parent, child].map(async (id) => (await seenBy(office, id)).number));
    const merged = done(await office.act(child, 'merge', { intoTicketId: parent }));
    expect(merged.headers['etag']).toBe(`"v${String(merged.body.version)}"`);
    expect(merged.body).toMatchObject({
      ...{ status: 'merged', lamp: 'grey', mergedInto: { id: parent, number: numbers[0] }, children: [] },
    });
    expect(merged.body.allowedActions).toContain('unmerge');
    expect(await seenBy(township, parent)).toMatchObject({
      ...{ mergedInto: null, children: [{ id: child, number: numbers[1] }] },
    });
    expect(await seenBy(enterprise, parent)).toMatchObject({ children: [] });
    expect(await seenBy(enterprise, child)).toMatchObject({ mergedInto: { id: parent } });
    expectRefusal(await township.act(child, 'answer', ANSWER), 409, 'ticket.wrong_status');
    done(await township.act(parent, 'answer', ANSWER));
    await life.demo.settle();
    const { items } = (await enterprise.get(`/tickets/${child}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'parentAdvanced', data: { status: 'answered' } });
    expect(await noticesOf(enterprise, child)).toEqual(expect.arrayContaining(['merged', 'answered']));
  });

  it('taken apart again it is where it was, with what remained', async () => {
    const { office, township } = life.cast;
    const parent = await life.withTownship();
    const child = await life.withTownship();
    const before = await seenBy(township, child);
    done(await office.act(child, 'merge', { intoTicketId: parent }));
    const apart = done(await office.act(child, 'unmerge')).body;
    expect(apart).toMatchObject({ status: 'in_progress', mergedInto: null, holder: before.holder });
    const kept = ({ clocks }: { clocks: Record<string, unknown>[] }) =>
      clocks.map(({ id, state, originalDueAt, pausedMinutes }) => ({
        id,
        state,
        originalDueAt,
        pausedMinutes,
      }));
    expect(kept(apart)).toEqual(kept(before));
    expect(before.workMinutesLeft - apart.workMinutesLeft).toBeLessThanOrEqual(1);
    expect((await seenBy(office, parent)).children).toEqual([]);
    expectRefusal(await office.act(child, 'unmerge'), 409, 'ticket.wrong_status');
  });

  it('two offices that merge crosswise: one wins and nothing waits for ever', async () => {
    const { office } = life.cast;
    const [one, other] = [await life.withTownship(), await life.withTownship()];
    const tags = await Promise.all([one, other].map(async (id) => (await seenBy(office, id)).version));
    const answers = await Promise.all([
      office.post(`/tickets/${one}/merge`, { intoTicketId: other }, { 'if-match': `"v${tags[0]}"` }),
      office.post(`/tickets/${other}/merge`, { intoTicketId: one }, { 'if-match': `"v${tags[1]}"` }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('happens to both at one moment, also when the time of the one that goes along is ahead', async () => {
    const { office } = life.cast;
    const [parent, child] = [await life.withTownship(), await life.withTownship()];
    const { app, database } = life.demo;
    const early = (await seenBy(office, parent)).serverNow;
    await life.demo.advance({ advanceMinutes: 5 });
    done(await office.act(child, 'convene', { subject: '同一处积水', heldAt: early, guests: ['设计院'] }));
    const actor = (
      await app.get(ActorBook, { strict: false }).find((await office.get('/me')).body.id, NOBODY)
    )?.actor;
    if (actor === undefined) throw new Error('nobody');
    const late = new PgUnitOfWork(
      database,
      begunAt(() => Date.parse(early)),
    );
    const known = [TicketProcedure, TicketReader].map((token) => app.get(token, { strict: false })) as [
      TicketProcedure,
      TicketReader,
    ];
    const merging = new MergeTickets(late, ...known);
    const moments = (types: readonly string[]) =>
      database.rows<{ at: Date }>(
        'select at from ticket_event where type = any($1) and ticket_id = any($2)',
        [types, [parent, child]],
      );
    const order = { ticketId: child, actor };
    const version = async () => (await seenBy(office, child)).version;
    const into = () => ({ intoTicketId: parent });
    await merging.merge({ ...order, expectedVersion: await version(), input: into });
    const [merged, ...mergedToo] = await moments(['merged', 'childMerged']);
    expect(mergedToo).toEqual([merged]);
    await life.demo.advance({ advanceMinutes: 5 });
    done(await office.act(child, 'cancel-conference', { conference: 1, reason: '另有原因' }));
    await merging.unmerge({ ...order, expectedVersion: await version(), input: () => ({}) });
    const [apart, ...apartToo] = await moments(['unmerged', 'childUnmerged']);
    expect(apartToo).toEqual([apart]);
    expect(apart?.at.getTime()).toBeGreaterThan(merged?.at.getTime() ?? 0);
  });

  describe('refused', () => {
    let id: string;
    beforeAll(async () => {
      id = await life.withTownship();
    });

    it.each([
      ['no parent', {}, '/intoTicketId'],
      ['a parent of no text', { intoTicketId: 7 }, '/intoTicketId'],
      ['a parent that is no id', { intoTicketId: 'parent' }, '/intoTicketId'],
      ['a list of parents', { intoTicketId: [NOBODY] }, '/intoTicketId'],
      ['a null', { intoTicketId: null }, '/intoTicketId'],
      ['a field nobody knows', { intoTicketId: NOBODY, reason: '同一事' }, '/reason'],
    ])('%s', async (_what, body, pointer) => {
      expectRefusal(await life.cast.office.act(id, 'merge', body), 422, 'request.invalid', pointer);
    });

    it('a parent nobody knows, or of another district', async () => {
      const { office } = life.cast;
      const answer = await office.act(id, 'merge', { intoTicketId: NOBODY });
      expectRefusal(answer, 422, 'merge.unknown_parent', '/intoTicketId');
      const [there] = (await (await life.demo.signIn('office2')).get('/tickets?limit=1')).body.items;
      const foreign = await office.act(id, 'merge', { intoTicketId: there.id });
      expectRefusal(foreign, 422, 'merge.unknown_parent', '/intoTicketId');
    });

    it('into itself, also in capitals', async () => {
      const { office } = life.cast;
      for (const intoTicketId of [id, id.toUpperCase()]) {
        expectRefusal(
          await office.act(id, 'merge', { intoTicketId }),
          422,
          'merge.same_ticket',
          '/intoTicketId',
        );
      }
    });

    it('into what has ended, is merged itself, or is promised for later', async () => {
      const { office, enterprise, township } = life.cast;
      const ended = await life.submitted();
      done(await enterprise.act(ended, 'withdraw', { reason: '已自行解决' }));
      expectRefusal(await office.act(id, 'merge', { intoTicketId: ended }), 409, 'merge.parent_ended');
      const parent = await life.withTownship();
      const child = await life.withTownship();
      done(await office.act(child, 'merge', { intoTicketId: parent }));
      expectRefusal(await office.act(id, 'merge', { intoTicketId: child }), 409, 'merge.parent_ended');
      expectRefusal(await office.act(parent, 'merge', { intoTicketId: id }), 409, 'merge.has_children');
      const sooner = await life.submitted();
      expectRefusal(await office.act(sooner, 'merge', { intoTicketId: id }), 409, 'merge.later_promise');
      expect((await seenBy(township, id)).status).toBe('in_progress');
    });

    it('in order: 404, 403, 428, 412, 409, 422', async () => {
      const { office, enterprise, township } = life.cast;
      const [path, bad] = [`/tickets/${id}/merge`, { intoTicketId: 'parent' }];
      expectRefusal(await (await life.demo.signIn('office2')).post(path, bad), 404, 'ticket.not_found');
      for (const caller of [enterprise, township]) {
        expectRefusal(await caller.post(path, bad), 403, 'ticket.not_permitted');
      }
      expectRefusal(await office.post(path, bad), 428, 'precondition.required');
      expectRefusal(await office.post(path, bad, { 'if-match': '"v1"' }), 412, 'version.stale');
      const closed = await life.answered();
      done(await enterprise.act(closed, 'confirm', { solved: 'yes' }));
      expectRefusal(await office.act(closed, 'merge', bad), 409, 'ticket.wrong_status');
      expectRefusal(await office.act(id, 'unmerge', { id }), 409, 'ticket.wrong_status');
    });
  });
});
