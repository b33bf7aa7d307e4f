import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AnchorBook,
  AnchorHeads,
  type AnchorReport,
  type Anchoring,
  AuditAnchors,
  EventLogAudit,
} from '@zhuqi/application';
import { APPLICATION_ROLE, withPersistence } from '@zhuqi/persistence';
import { findAnchoring, makeAnchoring, RealTimeModule } from '@zhuqi/platform';
import { type ClonedDatabase, queryOnce } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';

const ONE = `(select id from ticket where number like '%-000001')`;
/** Whoever owns the database can silence its own checks. */
const UNHINDERED = 'set session_replication_role = replica;';

describe('the anchors of the event log', () => {
  let database: ClonedDatabase;
  let dataDir: string;

  beforeEach(async () => {
    database = await cloneDemoDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'zhuqi-anchors-'));
    await anchor();
  }, 120_000);

  afterEach(async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await database.drop();
  });

  const settings = () => ({ dataDir, anchorKey: null, anchorFile: null });
  const sinkFile = () => join(dataDir, 'anchors.jsonl');
  const sinkLines = () => readFileSync(sinkFile(), 'utf8').split('\n').filter(Boolean);

  const onBook = <T>(work: (book: AnchorBook, log: EventLogAudit) => Promise<T>, role?: string): Promise<T> =>
    withPersistence(
      { url: database.url, modules: [RealTimeModule], ...(role === undefined ? {} : { role }) },
      (ports) => work(ports.get(AnchorBook), ports.get(EventLogAudit)),
    );

  function anchor(): Promise<number> {
    const { seal, sink } = makeAnchoring(settings());
    return onBook((book) => new AnchorHeads(book, seal, sink).execute(), APPLICATION_ROLE);
  }

  const audit = (anchoring: Anchoring = findAnchoring(settings())): Promise<AnchorReport> =>
    onBook((book) => new AuditAnchors(book).inspect(5, anchoring));

  const tamper = (statement: string) => queryOnce(database.url, UNHINDERED + statement);

  /** What a ticket looks like whose last event has been cut off by somebody who knows how. */
  const CUT_OFF = `delete from ticket_text where ticket_id = ${ONE};
    delete from ticket_event where ticket_id = ${ONE} and seq = (select version from ticket where id = ${ONE});
    update ticket set version = version - 1,
      head_hash = (select hash from ticket_event where ticket_id = ${ONE} order by seq desc limit 1) where id = ${ONE}`;

  const REMOVED = ['ticket_text', 'ticket_event', 'ledger', 'ledger_tail', 'outbox', 'escalation', 'notice']
    .map((table) => `delete from ${table} where ticket_id = ${ONE};`)
    .join('');

  it('cover every head once, sign it, and tell it outside', async () => {
    const [counts] = await queryOnce<{ tickets: number; regions: number }>(
      database.url,
      'select count(*)::int as tickets, count(distinct region_code)::int as regions from ticket',
    );
    const report = await audit();
    expect(report).toEqual({
      ...{ anchors: counts?.regions, heads: counts?.tickets, publications: 0 },
      ...{ faulty: 0, faults: [], unchecked: [] },
    });
    expect(sinkLines()).toHaveLength(report.anchors);
    expect(await anchor()).toBe(0);
    expect(sinkLines()).toHaveLength(report.anchors);
  });

  it('cover a change whatever time it bears, and hang together', async () => {
    await tamper(`insert into ticket_event (ticket_id, seq, type, at, actor_kind, data, hash)
      select id, version + 1, 'commented', '2001-01-01', 'system', '{}', repeat('a', 64) from ticket where id = ${ONE};
      update ticket set version = version + 1, head_hash = repeat('a', 64) where id = ${ONE}`);
    expect(await anchor()).toBe(1);
    expect(await audit()).toMatchObject({ faulty: 0 });
    const [first, second] = sinkLines()
      .map((line) => JSON.parse(line) as { regionCode: string; root: string; previous: string })
      .filter(({ regionCode }, _, lines) => regionCode === lines.at(-1)?.regionCode);
    expect(second?.previous).toBe(first?.root);
  });

  it.each([
    ['a tail cut off, head and version patched', CUT_OFF, [{ kind: 'head' }]],
    [
      'a ticket removed with all its rows',
      `${REMOVED} delete from ticket where id = ${ONE}`,
      [{ kind: 'head' }],
    ],
    [
      'a ticket removed, with its anchored head',
      `${REMOVED} delete from anchor_head where ticket_id = ${ONE}; delete from ticket where id = ${ONE}`,
      [{ kind: 'root', ordinal: 1 }],
    ],
    [
      'an anchor moved in time',
      `update anchor set at = at + interval '1 second' where region_code = '220105'`,
      [{ kind: 'root' }, { kind: 'removed' }, { kind: 'unwitnessed' }],
    ],
    [
      'another signature',
      `update anchor set signature = repeat('0', 64) where region_code = '220105'`,
      [{ kind: 'signature' }, { kind: 'removed' }, { kind: 'unwitnessed' }],
    ],
    [
      'every anchor removed',
      'delete from anchor_head; delete from anchor',
      [{ kind: 'removed' }, { kind: 'removed' }],
    ],
  ])('find %s', async (_what, statement, faults) => {
    await tamper(statement);
    const report = await audit();
    expect(report.faults).toMatchObject(faults);
    expect(report.faulty).toBe(faults.length);
  });

  it('find what the log by itself cannot: there every chain is sound', async () => {
    await tamper(`${REMOVED} delete from ticket where id = ${ONE}`);
    expect(await onBook((_book, log) => log.inspect(5))).toMatchObject({ faulty: 0 });
    expect(await audit()).toMatchObject({
      faults: [{ kind: 'head', ticketId: expect.any(String) as string, seq: expect.any(Number) as number }],
    });
  });

  it('find an anchor removed from the middle, and a line removed from the sink', async () => {
    await addAnchor();
    await addAnchor();
    expect(await audit()).toMatchObject({ faulty: 0 });
    await tamper('delete from anchor_head where ordinal = 2; delete from anchor where ordinal = 2');
    expect((await audit()).faults).toMatchObject([
      { ordinal: 3, kind: 'missing' },
      { ordinal: 2, kind: 'removed' },
    ]);
    writeFileSync(sinkFile(), sinkLines().slice(1).join('\n'));
    expect((await audit()).faults).toContainEqual(
      expect.objectContaining({ ordinal: 1, kind: 'unwitnessed' }),
    );
  });

  it('make up for what a crash kept from the sink, and for half a line', async () => {
    const lines = sinkLines();
    writeFileSync(sinkFile(), lines.join('\n').slice(0, -20));
    await addAnchor();
    expect(await audit()).toMatchObject({ faulty: 0 });
  });

  it('are never called sound where key or sink is not at hand', async () => {
    rmSync(join(dataDir, 'anchor.key'));
    expect(await audit()).toMatchObject({ faulty: 0, unchecked: ['key'] });
    rmSync(sinkFile());
    expect(await audit()).toMatchObject({ unchecked: ['key', 'sink'] });
    await tamper('delete from anchor_head; delete from anchor');
    expect(await audit()).toMatchObject({ unchecked: ['key', 'sink', 'anchors'] });
  });

  describe('over what was published', () => {
    const HASHED = `encode(sha256(convert_to(content, 'UTF8')), 'hex')`;

    beforeEach(async () => {
      await publish('bulletin', 1);
      await publish('ranking', 1);
      expect(await anchor()).toBe(2);
    });

    /** As far as anchors look: they cover digests. */
    const publish = (kind: 'bulletin' | 'ranking', ordinal: number) =>
      tamper(
        kind === 'bulletin'
          ? `insert into bulletin (id, region_code, kind, from_on, to_on, as_of, year, ordinal, title, content, digest,
              published_at) values (gen_random_uuid(), '220105', 'special', '2023-10-01', '2023-10-07', '2001-01-01',
              2023, ${String(ordinal)}, '通报', '{}', md5('{}'), '2001-01-01')`
          : `insert into ranking_publication (id, region_code, kind, from_on, to_on, as_of, scheme_version, content,
              digest, made_by_id, made_at) select gen_random_uuid(), '220105', 'township', '2023-10-01', '2023-10-07',
              '2001-01-01', 1, '{}', md5('{}'), id, '2001-01-01' from person limit 1`,
      );

    it('cover each once, whatever time it bears', async () => {
      expect(await audit()).toMatchObject({ faulty: 0, publications: 2 });
      expect(await anchor()).toBe(0);
      await publish('bulletin', 2);
      expect(await anchor()).toBe(1);
      expect(await audit()).toMatchObject({ faulty: 0, publications: 3, unchecked: [] });
    });

    it.each([
      [
        'a bulletin changed together with its digest',
        `update bulletin set content = '{"figures":1}'; update bulletin set digest = ${HASHED}`,
        [{ kind: 'publication', ordinal: 2 }],
      ],
      [
        'a ranking changed together with its digest',
        `update ranking_publication set content = '[]'; update ranking_publication set digest = ${HASHED}`,
        [{ kind: 'publication', ordinal: 2 }],
      ],
      ['the last bulletin removed', 'delete from bulletin', [{ kind: 'publication', ordinal: 2 }]],
      ['a ranking removed', 'delete from ranking_publication', [{ kind: 'publication', ordinal: 2 }]],
      [
        'a bulletin filed under another region',
        `update bulletin set region_code = '220106'`,
        [{ kind: 'publication', ordinal: 2 }],
      ],
      [
        'a bulletin removed with what its anchor has of it',
        `delete from bulletin; delete from anchor_publication where kind = 'bulletin'`,
        [{ kind: 'root', ordinal: 2 }],
      ],
      [
        'digests changed here and there',
        `update bulletin set digest = 'x'; update anchor_publication set digest = 'x' where kind = 'bulletin'`,
        [{ kind: 'root', ordinal: 2 }],
      ],
    ])('find %s', async (_what, statement, faults) => {
      await tamper(statement);
      const report = await audit();
      expect(report.faults).toMatchObject(faults);
      expect(report.faulty).toBe(faults.length);
    });
  });

  it('cannot be made with another key', async () => {
    writeFileSync(join(dataDir, 'anchor.key'), 'a key that somebody has made up for himself');
    await addAnchor();
    expect((await audit()).faults).toMatchObject([
      { regionCode: '220105', ordinal: 1, kind: 'signature' },
      { regionCode: '220106', ordinal: 1, kind: 'signature' },
    ]);
  });

  /** One more event on the first ticket, as the program would have written it as far as anchors look. */
  async function addAnchor(): Promise<void> {
    await tamper(`insert into ticket_event (ticket_id, seq, type, at, actor_kind, data, hash)
      select id, version + 1, 'commented', now(), 'system', '{}', md5(version::text) from ticket where id = ${ONE};
      update ticket set head_hash = md5(version::text), version = version + 1 where id = ${ONE}`);
    expect(await anchor()).toBe(1);
  }
});
