import { type INestApplicationContext, Module } from '@nestjs/common';
import {
  AuditAnchors,
  AuditBulletins,
  AuditRankings,
  DRAWING,
  faultsIn,
  FigureRollup,
  Installation,
  NO_ANCHORING,
  PublishBulletin,
  PublishRanking,
  type Verification,
  VerificationRecord,
  VerifyAll,
} from '@zhuqi/application';
import { districtReader } from '@zhuqi/domain';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { type ClonedDatabase, queryOnce } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';

const AUDITS = [AuditAnchors, AuditBulletins, AuditRankings, VerifyAll];

@Module({ providers: [...DRAWING, PublishRanking, ...AUDITS] })
class Programs {}

const ONCE_A_NIGHT = Date.parse('2026-11-22T02:10:00+08:00');
const HOUR_MS = 3_600_000;

describe('the verification of everything', () => {
  let database: ClonedDatabase;

  beforeAll(async () => {
    database = await cloneDemoDatabase();
    await on(async (ports) => {
      while ((await ports.get(FigureRollup).roll(1_000)) > 0) continue;
      await publish(ports);
    });
  }, 120_000);

  afterAll(() => database.drop());

  async function publish(ports: INestApplicationContext): Promise<void> {
    const [person] = await queryOnce<{ id: string }>(
      database.url,
      'select id from person order by id limit 1',
    );
    const actor = { ...districtReader({ code: '220105', codes: ['220105'] }), id: person?.id ?? '' };
    for (const period of [
      { from: '2023-09-01', to: '2023-09-30' },
      { from: '2023-10-01', to: '2023-10-15' },
      { from: '2023-10-09', to: '2023-10-15' },
    ]) {
      const order = { regionCode: '220105', kind: 'special', ...period } as const;
      await ports
        .get(PublishBulletin, { strict: false })
        .execute({ actor, order, idempotencyKey: undefined });
    }
    const asOf = Date.parse('2023-10-20T08:00:00+08:00');
    const request = { kind: 'township', from: '2023-01-01', to: '2023-10-19', asOf } as const;
    await ports.get(PublishRanking, { strict: false }).execute({ actor, request, idempotencyKey: undefined });
  }

  const on = <T>(work: (ports: INestApplicationContext) => Promise<T>): Promise<T> =>
    withPersistence({ url: database.url, modules: [RealTimeModule, Programs] }, work);

  const verify = (): Promise<Verification> =>
    on((ports) => ports.get(VerifyAll, { strict: false }).execute(5, NO_ANCHORING));

  /** What comes of the verification after the statement, which is undone by the other. */
  async function after(statement: string, undo: string): Promise<Verification> {
    await queryOnce(database.url, `set session_replication_role = replica; ${statement}`);
    try {
      return await verify();
    } finally {
      await queryOnce(database.url, undo);
    }
  }

  it('finds the demo sound: chains, postings, sums and every bulletin it has published', async () => {
    const found = await verify();
    expect(faultsIn(found)).toBe(0);
    expect(found.bulletins).toMatchObject({ bulletins: 3, missing: [] });
    expect(found.rankings.rankings).toBe(1);
    expect(found.rollup.sums).toBeGreaterThan(0);
    expect(found.anchors.unchecked).toEqual(['key', 'sink', 'anchors']);
  });

  it('finds a sum that was raised', async () => {
    const found = await after(
      'update ledger_rollup set resolved = resolved + 1',
      'update ledger_rollup set resolved = resolved - 1',
    );
    expect(found.rollup.faulty).toBe(found.rollup.sums);
    expect(found.rollup.faults[0]).toMatchObject({ column: 'resolved' });
  });

  it('finds a bulletin whose text was changed', async () => {
    const found = await after(
      `update bulletin set content = content || ' '`,
      `update bulletin set content = rtrim(content)`,
    );
    expect(found.bulletins.faulty).toBe(found.bulletins.bulletins);
    expect(found.bulletins.faults[0]).toMatchObject({ where: 'digest' });
  });

  it('finds a bulletin that was changed with its digest, by the book as of its instant', async () => {
    const digest = `digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')`;
    const [swapped] = await queryOnce<{ id: string; content: string }>(
      database.url,
      `select id, content from bulletin order by published_at desc limit 1`,
    );
    const { id, content } = swapped ?? { id: '', content: '' };
    const forged = content.replace(/("resolved":)(\d+)/, (_, name: string, n: string) => `${name}${n}1`);
    expect(forged).not.toBe(content);
    const put = (text: string) =>
      `update bulletin set content = $text$${text}$text$ where id = '${id}'; update bulletin set ${digest} where id = '${id}'`;
    const found = await after(put(forged), put(content));
    expect(found.bulletins).toMatchObject({
      faulty: 1,
      faults: [{ id, where: expect.stringMatching(/^enterprise\..*resolved$/) as string }],
    });
    expect(faultsIn(await verify())).toBe(0);
  });

  it('finds a bulletin that was removed, by the gap in the numbers of its year', async () => {
    await queryOnce(
      database.url,
      'create table kept as select * from bulletin order by ordinal, year limit 1',
    );
    const [kept] = await queryOnce<{ region_code: string; year: number; ordinal: number }>(
      database.url,
      'select region_code, year, ordinal from kept',
    );
    const found = await after(
      'delete from bulletin where id = (select id from kept)',
      'insert into bulletin select * from kept; drop table kept',
    );
    expect(found.bulletins).toMatchObject({
      ...{ faulty: 1, faults: [] },
      missing: [{ regionCode: kept?.region_code, year: kept?.year, ordinal: kept?.ordinal }],
    });
  });

  it.each([
    ['title', `title = title || '（修订）'`, 'title = left(title, -4)'],
    ['asOf', `as_of = as_of + interval '1 day'`, `as_of = as_of - interval '1 day'`],
  ])('finds a bulletin filed under another %s', async (what, change, undo) => {
    const found = await after(`update bulletin set ${change}`, `update bulletin set ${undo}`);
    expect(found.bulletins.faulty).toBe(found.bulletins.bulletins);
    expect(found.bulletins.faults[0]).toMatchObject({ where: `filed.${what}` });
  });

  it.each(['nothing to read', 'null', '{}'])(
    'goes on where a text became %j with its digest',
    async (text) => {
      await queryOnce(database.url, 'create table kept as select id, content, digest from bulletin');
      const found = await after(
        `update bulletin set content = '${text}', digest = encode(sha256('${text}'), 'hex')`,
        `update bulletin b set content = kept.content, digest = kept.digest from kept where kept.id = b.id;
      drop table kept`,
      );
      expect(found.bulletins.faulty).toBe(found.bulletins.bulletins);
      expect(faultsIn(await verify())).toBe(0);
    },
  );

  it.each([
    ['whose text was changed', `content = content || ' '`, 'content = rtrim(content)', 'digest'],
    ['whose digest was changed', 'digest = reverse(digest)', 'digest = reverse(digest)', 'digest'],
    ['filed under another kind', `kind = 'officer'`, `kind = 'township'`, 'filed.kind'],
    [
      'filed under another scheme',
      'scheme_version = scheme_version + 1',
      'scheme_version = scheme_version - 1',
      'filed.scheme.version',
    ],
  ])('finds a published ranking %s', async (_what, change, undo, where) => {
    const found = await after(
      `update ranking_publication set ${change}`,
      `update ranking_publication set ${undo}`,
    );
    expect(found.rankings).toMatchObject({ faulty: 1, faults: [{ where }] });
    expect(faultsIn(found)).toBe(1);
  });

  it('is one worker’s a night, and once more when that one has died', async () => {
    await on(async (ports) => {
      const record = ports.get(VerificationRecord);
      expect(await record.claim(ONCE_A_NIGHT - HOUR_MS)).toBe(false);
      expect(await record.claim(ONCE_A_NIGHT + 4 * HOUR_MS)).toBe(false);
      expect(await record.claim(ONCE_A_NIGHT)).toBe(true);
      expect(await record.claim(ONCE_A_NIGHT + 60_000)).toBe(false);
      expect(await record.last()).toBeNull();
      expect(await record.claim(ONCE_A_NIGHT + 2 * HOUR_MS)).toBe(true);
      await record.keep({ events: 7, postings: 5, faults: 1 });
      expect(await record.claim(ONCE_A_NIGHT + 2.5 * HOUR_MS)).toBe(false);
      expect(await record.claim(ONCE_A_NIGHT + 24 * HOUR_MS)).toBe(true);
      expect(await record.last()).toMatchObject({ events: 7, postings: 5, faults: 1 });
      expect((await ports.get(Installation).state()).verified).toEqual(await record.last());
    });
  });
});
