import { Handlers } from '@zhuqi/worker';
import { openDemoApp, type Caller, type DemoApp } from '../support/demo-app';
import { brokenInvariants } from '../support/invariants';

const PROBLEM = {
  title: '厂区道路积水',
  description: '雨后无法进出货车，影响发货。',
  category: 'infrastructure',
};
const AT_ONCE = 20;

async function submitted(demo: DemoApp, enterprise: Caller): Promise<string> {
  const answer = await enterprise.post('/tickets', PROBLEM);
  expect(answer.status).toBe(201);
  return answer.body.id as string;
}

const escalationsOf = (demo: DemoApp): Promise<{ key: string; times: number }[]> =>
  demo.database.rows(`select concat_ws(':', ticket_id, round, from_tier, cause) as key, count(*)::int as times
    from escalation group by 1 order by 1`);

const eventsOf = async (demo: DemoApp): Promise<number> =>
  (await demo.database.rows<{ n: number }>('select count(*)::int as n from ticket_event'))[0]?.n ?? 0;

describe('tests that earn trust', () => {
  let demo: DemoApp;

  beforeEach(async () => {
    demo = await openDemoApp();
  }, 120_000);

  afterEach(async () => {
    const check = await openDemoApp({ on: demo.url, consumers: false });
    const broken = await brokenInvariants(check.database);
    await check.close();
    await demo.close();
    expect(broken).toEqual({});
  });

  it('of twenty claims at once one wins and the others are told why', async () => {
    const id = await submitted(demo, await demo.signIn('enterprise'));
    await demo.settle();
    const officer = await demo.signIn('officer');
    const claims = await Promise.all(
      Array.from({ length: AT_ONCE }, () => officer.post(`/tickets/${id}/claim`, {}, { 'if-match': '"v2"' })),
    );
    const statuses = claims.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(AT_ONCE - 1).fill(412)]);
  });

  it('twenty identical submissions with one key make one ticket', async () => {
    const enterprise = await demo.signIn('enterprise');
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        enterprise.post('/tickets', PROBLEM, { 'idempotency-key': 'once' }),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(answers.every(({ body }) => JSON.stringify(body) === JSON.stringify(answers[0]?.body))).toBe(true);
    const other = await enterprise.post(
      '/tickets',
      { ...PROBLEM, title: '另一件' },
      { 'idempotency-key': 'once' },
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
  });

  it('every job delivered twice leads to the same state', async () => {
    const id = await submitted(demo, await demo.signIn('enterprise'));
    await demo.settle();
    await demo.advance({ advanceWorkdays: 12 });
    const handlers = demo.app.get(Handlers, { strict: false }).table();
    const before = [await eventsOf(demo), await escalationsOf(demo)];
    const messages = await demo.database.rows<{ id: string; ticket_id: string; seq: number; job: string }>(
      'select id, ticket_id, seq, job from outbox',
    );
    const notices = await demo.database.rows(
      'select ticket_id, seq, recipient_id from notice order by 1, 2, 3',
    );
    for (const { id: outboxId, ticket_id: ticketId, seq, job } of messages) {
      if (job === 'ticket.route') await handlers['ticket.route']({ outboxId, ticketId });
      else await handlers['notice.deliver']({ messages: [{ outboxId, ticketId, eventSeq: seq }] });
    }
    await handlers['clock.check']({ ticketIds: [id, id] });
    expect([await eventsOf(demo), await escalationsOf(demo)]).toEqual(before);
    expect(
      await demo.database.rows('select ticket_id, seq, recipient_id from notice order by 1, 2, 3'),
    ).toEqual(notices);
  });

  it('a crash between commit and publication is made good by the next process', async () => {
    const id = await submitted(demo, await demo.signIn('enterprise'));
    const next = await openDemoApp({ on: demo.url });
    await next.settle();
    const seen = await (await next.signIn('office')).get(`/tickets/${id}`);
    expect(seen.body).toMatchObject({ status: 'dispatched', tier: 1 });
    await next.close();
  });

  it('with all queue data wiped tickets are still routed, and the sweep still escalates, each once', async () => {
    const told = (await escalationsOf(demo)).length;
    await demo.stop(); // nobody else may consume what is published here
    const deaf = await openDemoApp({ on: demo.url, consumers: false });
    const waiting = await submitted(deaf, await deaf.signIn('enterprise'));
    await deaf.relay.tick();
    await (await deaf.signIn('admin')).post('/demo/clock', { advanceWorkdays: 25 });
    await deaf.sweep.tick();
    await deaf.engine.wipe();
    await deaf.close();

    const next = await openDemoApp({ on: demo.url });
    // Half a minute later: what was sent and not finished is due again.
    await next.database.rows(`update outbox set available_at = clock_timestamp() where finished_at is null`);
    await next.settle();
    await next.sweep.tick();
    await next.settle();
    const seen = await (await next.signIn('office')).get(`/tickets/${waiting}`);
    expect(seen.body.status).toBe('dispatched');
    const escalations = await escalationsOf(next);
    expect(escalations.length).toBeGreaterThan(told);
    expect(escalations.every(({ times }) => times === 1)).toBe(true);
    expect(await brokenInvariants(next.database)).toEqual({});
    await next.close();
  });

  it('the headline comes out of the demo district by itself: 161 of 181 are 88.9 %', async () => {
    const office = await demo.signIn('office');
    const { body } = await office.get(
      '/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31',
    );
    expect(body.total).toMatchObject({
      collected: 181,
      resolved: 161,
      open: 20,
      rate: { numerator: 161, denominator: 181, display: '88.9%' },
    });
    const listed = await office.get(`${body.total.ticketsUrl}&measure=resolved&limit=100&total=true`);
    expect(listed.body.total).toBe(161);
  });
});
