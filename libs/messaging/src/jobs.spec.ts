import { canaries, jobToPublish, JOBS, parsePayload, QUEUES, queueOf, UnusableJob } from './jobs';

const A = '01989f2e-7c1a-7000-8000-000000000001';
const B = '01989f2e-7c1a-7000-8000-000000000002';

describe('the job contract', () => {
  it('sends every job to a queue there is', () => {
    const queues: readonly string[] = QUEUES;
    for (const { queue } of Object.values(JOBS)) expect([...queues, 'named']).toContain(queue);
  });

  it('hands on the fields of the contract and drops what does not belong', () => {
    const parsed = parsePayload('ticket.route', { outboxId: A, ticketId: B, phone: '13800000000' });
    expect(parsed).toEqual({ outboxId: A, ticketId: B });
  });

  it.each([
    ['ticket.route', null],
    ['ticket.route', { outboxId: A }],
    ['ticket.route', { outboxId: A, ticketId: 7 }],
    ['ticket.route', { outboxId: A, ticketId: `${B}'` }],
    ['clock.check', { ticketIds: [] }],
    ['clock.check', { ticketIds: [A, 'b'] }],
    ['clock.check', { ticketIds: Array<string>(101).fill(A) }],
    ['notice.deliver', { messages: [] }],
    ['notice.deliver', { messages: [null] }],
    ['notice.deliver', { messages: [{ outboxId: A, ticketId: B, eventSeq: 0 }] }],
    ['notice.deliver', { messages: [{ outboxId: A, ticketId: B, eventSeq: 1.5 }] }],
    ['notice.deliver', { messages: Array<object>(51).fill({ outboxId: A, ticketId: B, eventSeq: 1 }) }],
    ['canary.ping', { queue: 'elsewhere', sentAt: 1 }],
  ] as const)('refuses as %s the payload %j', (name, payload) => {
    expect(() => parsePayload(name, payload)).toThrow(UnusableJob);
  });

  it('takes up to a hundred tickets in one check', () => {
    const ticketIds = Array<string>(100).fill(A);
    expect(parsePayload('clock.check', { ticketIds })).toEqual({ ticketIds });
  });

  it('knows no queue for a name it does not know, not even an inherited one', () => {
    for (const name of ['ticket.teleport', 'toString', '__proto__']) {
      expect(() => queueOf({ name, id: 'x', payload: {} })).toThrow(UnusableJob);
    }
  });

  it('sends one canary to each queue', () => {
    expect(canaries(1_700_000_000_000).map(queueOf)).toEqual([...QUEUES]);
  });

  it('makes ids the engine accepts: no colon, not digits only', () => {
    const job = jobToPublish('ticket.route', { outboxId: A, ticketId: B }, { id: `route-${A}` });
    for (const { id } of [...canaries(1), job]) expect(id).toMatch(/^(?!\d+$)[^:]+$/);
  });
});
