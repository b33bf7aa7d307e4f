import { EventLogAudit, type LogAudit } from '@zhuqi/application';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { type ClonedDatabase, queryOnce } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';

/** The ticket that is tampered with: one that stays the same whatever is done to its rows. */
const ONE = `(select id from ticket where number like '%-000001')`;
const WITHOUT_WORDS = `delete from ticket_text where ticket_id = ${ONE};`;

describe('the audit of the event log', () => {
  let database: ClonedDatabase;

  beforeEach(async () => {
    database = await cloneDemoDatabase();
  }, 120_000);

  afterEach(() => database.drop());

  const audit = (mostFaults = 5): Promise<LogAudit> =>
    withPersistence({ url: database.url, modules: [RealTimeModule] }, (ports) =>
      ports.get(EventLogAudit).inspect(mostFaults),
    );

  it('finds every chain of the demo as it was written, in one reading', async () => {
    const [counts] = await queryOnce(
      database.url,
      'select (select count(*)::int from ticket) as tickets, (select count(*)::int from ticket_event) as events',
    );
    const { book, ...log } = await audit();
    expect(log).toEqual({ ...counts, faulty: 0, faults: [] });
    expect(book).toEqual({ postings: expect.any(Number), partly: 0, faulty: 0, faults: [] });
    expect(book.postings).toBeGreaterThan(400);
  });

  it('finds nothing wrong with words that have been erased', async () => {
    await queryOnce(database.url, 'delete from ticket_text');
    expect(await audit()).toMatchObject({ faulty: 0 });
  });

  it.each([
    [
      'an edited event',
      `update ticket_event set data = '{"x":1}' where ticket_id = ${ONE} and seq = 3`,
      3,
      'edited',
    ],
    [
      'spaces added to the data',
      `update ticket_event set data = (data::text || ' ')::json
        where ticket_id = ${ONE} and seq = 3`,
      3,
      'edited',
    ],
    [
      'another actor',
      `update ticket_event set actor_id = gen_random_uuid() where ticket_id = ${ONE} and seq = 2`,
      2,
      'edited',
    ],
    [
      'another type',
      `update ticket_event set type = 'closed' where ticket_id = ${ONE} and seq = 2`,
      2,
      'edited',
    ],
    [
      'a moment shifted by a microsecond',
      `update ticket_event set at = at + interval '1 microsecond'
        where ticket_id = ${ONE} and seq = 4`,
      4,
      'edited',
    ],
    [
      'an event and its hash made anew',
      `update ticket_event set data = '{"x":1}',
        hash = encode(sha256('x'), 'hex') where ticket_id = ${ONE} and seq = 3`,
      3,
      'edited',
    ],
    [
      'an event removed from the middle',
      `${WITHOUT_WORDS}
        delete from ticket_event where ticket_id = ${ONE} and seq = 3`,
      4,
      'missing',
    ],
    [
      'the first event removed',
      `${WITHOUT_WORDS}
        delete from ticket_event where ticket_id = ${ONE} and seq = 1`,
      2,
      'missing',
    ],
    [
      'an event removed and the gap closed',
      `${WITHOUT_WORDS}
        delete from ticket_event where ticket_id = ${ONE} and seq = 3;
        update ticket_event set seq = 3 where ticket_id = ${ONE} and seq = 4`,
      3,
      'edited',
    ],
    [
      'two events in another order',
      `${WITHOUT_WORDS}
        update ticket_event set seq = 1000 where ticket_id = ${ONE} and seq = 2;
        update ticket_event set seq = 2 where ticket_id = ${ONE} and seq = 3;
        update ticket_event set seq = 3 where ticket_id = ${ONE} and seq = 1000`,
      2,
      'edited',
    ],
    [
      'the last event removed',
      `${WITHOUT_WORDS} delete from ticket_event where ticket_id = ${ONE}
        and seq = (select version from ticket where id = ${ONE})`,
      null,
      'version',
    ],
    ['a forged head', `update ticket set head_hash = repeat('0', 64) where id = ${ONE}`, null, 'head'],
    [
      'a ticket without its log',
      `${WITHOUT_WORDS} delete from ticket_event where ticket_id = ${ONE}`,
      null,
      'silent',
    ],
  ])('finds %s', async (_what, tamper, seq, kind) => {
    await queryOnce(database.url, tamper);
    const { faulty, faults } = await audit();
    expect(faults).toEqual([
      { ticketId: expect.any(String), number: expect.stringMatching(/-000001$/), seq, kind },
    ]);
    expect(faulty).toBe(1);
  });

  it.each([
    [
      'a figure raised',
      `set resolved = 1 where ticket_id = ${ONE} and seq = (select min(seq) from ledger where ticket_id = ${ONE})`,
      'resolved',
    ],
    ['an officer exchanged', `set officer_id = gen_random_uuid() where ticket_id = ${ONE}`, 'officerId'],
    [
      'a ticket moved into another month',
      `set collected_on = collected_on - 40 where ticket_id = ${ONE}`,
      'collectedOn',
    ],
    ['a posting dated back by a day', `set at = at - interval '1 day' where ticket_id = ${ONE}`, 'at'],
    [
      'a posting dated back by a microsecond',
      `set at = at - interval '1 microsecond' where ticket_id = ${ONE}`,
      'at',
    ],
    [
      'minutes shortened',
      `set handling_minutes = handling_minutes - 1 where ticket_id = ${ONE} and handling_minutes > 0`,
      'handlingMinutes',
    ],
    ['a tier exchanged', `set tier = tier + 1 where ticket_id = ${ONE}`, 'tier'],
  ])('finds in the book %s', async (_what, tamper, what) => {
    await queryOnce(database.url, `update ledger ${tamper}`);
    const { faulty, book } = await audit();
    expect([faulty, book.faulty]).toEqual([0, 1]);
    expect(book.faults).toMatchObject([{ number: expect.stringMatching(/-000001$/) as string, what }]);
  });

  it('finds a posting that was removed, and one that was added', async () => {
    await queryOnce(database.url, `delete from ledger where ticket_id = ${ONE}`);
    expect((await audit()).book).toMatchObject({ faulty: 1, faults: [{ what: 'collected', booked: 0 }] });
    await queryOnce(
      database.url,
      `insert into ledger select * from json_populate_record(null::ledger, (select row_to_json(l)::jsonb || '{"seq":9999}'
        from ledger l limit 1)::json)`,
    );
    expect((await audit()).book).toMatchObject({ faulty: 2 });
  });

  it.each([
    ['status', `status = 'withdrawn'`, 'withdrawn'],
    ['round', 'round = round + 7', 8],
    ['tier', 'tier = tier % 4 + 1', null],
    ['collectedAt', `collected_at = collected_at - interval '40 days'`, null],
    ['collectedAt', `collected_at = collected_at - interval '1 microsecond'`, null],
    ['officerId', 'officer_id = null', null],
    ['confidential', 'confidential = not confidential', true],
    ['solved', `verdict = coalesce(verdict, '{}') || '{"solved":"partly"}'`, 'partly'],
    ['rating', `verdict = coalesce(verdict, '{}') || '{"rating":9}'`, 9],
    ['verdictBy', `verdict = coalesce(verdict, '{}') || '{"by":"office"}'`, 'office'],
    ['contactOnTime', 'first_contact_on_time = first_contact_on_time is not true', null],
  ])('finds %s of the ticket itself edited: %s', async (what, set, stored) => {
    await queryOnce(database.url, `update ticket set ${set} where id = ${ONE}`);
    const { faulty, faults, book } = await audit();
    expect([faulty, book.faulty]).toEqual([1, 0]);
    expect(faults).toMatchObject([
      { seq: null, kind: 'standing', differs: { what, ...(stored === null ? {} : { stored }) } },
    ]);
  });

  it('goes on where data was exchanged for something that says nothing', async () => {
    await queryOnce(
      database.url,
      `update ticket_event set data = 'null' where ticket_id = ${ONE} and seq = 1`,
    );
    expect(await audit()).toMatchObject({ faulty: 1, faults: [{ seq: 1, kind: 'edited' }] });
  });

  it('finds words that were changed behind their digest', async () => {
    const [changed] = await queryOnce<{ seq: number }>(
      database.url,
      `update ticket_text set texts = jsonb_set(texts, '{result}', '"别的话"')
        where ticket_id = ${ONE} and texts ? 'result' returning seq`,
    );
    expect((await audit()).faults).toMatchObject([{ seq: changed?.seq, kind: 'texts' }]);
  });

  it('finds a log whose ticket is gone', async () => {
    await queryOnce(
      database.url,
      `set session_replication_role = replica; delete from ticket where number like '%-000001'`,
    );
    expect((await audit()).faults).toMatchObject([{ number: null, kind: 'orphaned' }]);
  });

  it('counts every bad ticket once and names as many as asked for', async () => {
    await queryOnce(database.url, `update ticket_event set type = 'closed' where seq <= 3`);
    const { tickets, faulty, faults } = await audit(2);
    expect([faulty, faults.length]).toEqual([tickets, 2]);
    expect(faults[0]).toMatchObject({ seq: 1, kind: 'edited' });
  });
});
