import { type INestApplicationContext, Module } from '@nestjs/common';
import {
  AuditAnchors,
  AuditBulletins,
  DRAWING,
  faultsIn,
  FigureRollup,
  Installation,
  NO_ANCHORING,
  PublishDueBulletins,
  type Verification,
  VerificationRecord,
  VerifyAll,
} from '@zhuqi/application';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { type ClonedDatabase, queryOnce } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';

@Module({ providers: [...DRAWING, PublishDueBulletins, AuditAnchors, AuditBulletins, VerifyAll] })
class Programs {}

const ONCE_A_NIGHT = Date.parse('2026-11-22T02:10:00+08:00');
const HOUR_MS = 3_600_000;

describe('the verification of everything', () => {
  let database: ClonedDatabase;

  beforeAll(async () => {
    database = await cloneDemoDatabase();
    await on(async (ports) => {
      while ((await ports.get(FigureRollup).roll(1_000)) > 0) continue;
      let published = 1;
      while (published > 0) published = (await ports.get(PublishDueBulletins).execute()).published.length;
    });
  }, 120_000);

  afterAll(() => database.drop());

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
    expect(found.bulletins.bulletins).toBeGreaterThan(0);
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
