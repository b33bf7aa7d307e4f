import { Client } from 'pg';
import { DemoClock, FigureRollup } from '@zhuqi/application';
import { migrateQueueSchema } from '@zhuqi/messaging';
import { APPLICATION_ROLE } from '@zhuqi/persistence';
import { DEMO_STARTS_AT, PlantDistrict, PlantReference, TellStories } from '@zhuqi/seeds';
import { cloneDatabase, copyDatabase, databaseExists, renameDatabase, type ClonedDatabase } from './database';
import { seededContext } from './seeded-context';

export const DEMO_PASSWORD = 'demo password of the tests';

const TEMPLATE = 'demo_template';
const TELLING_LOCK = [20_231_020, 99] as const;

/** A demo district of one's own, at 2023-10-20 09:00; told once a run and copied from then on. */
export async function cloneDemoDatabase(): Promise<ClonedDatabase> {
  if (!(await databaseExists(TEMPLATE))) await tellOnce();
  return copyDatabase(TEMPLATE);
}

/** Test files run in processes of their own: the first tells, the others wait for it. */
async function tellOnce(): Promise<void> {
  const draft = await cloneDatabase();
  const lock = new Client({ connectionString: lockUrl(draft.url) });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1, $2)', [...TELLING_LOCK]);
    if (await databaseExists(TEMPLATE)) {
      await draft.drop();
      return;
    }
    await tell(draft.url);
    await renameDatabase(draft.url, TEMPLATE);
  } finally {
    await lock.end();
  }
}

/** Advisory locks belong to a database, so everybody takes it in the same one. */
function lockUrl(url: string): string {
  const shared = new URL(url);
  shared.pathname = '/postgres';
  return shared.href;
}

async function tell(url: string): Promise<void> {
  await migrateQueueSchema(url, APPLICATION_ROLE);
  const context = await seededContext(url);
  try {
    await context.get(PlantReference).execute();
    await context.get(PlantDistrict).execute(DEMO_PASSWORD);
    await context.get(TellStories).execute();
    await context.get(DemoClock).start(DEMO_STARTS_AT);
    await rolledUp(context.get(FigureRollup));
  } finally {
    await context.close();
  }
}

/** As the worker does within seconds: nothing is left behind the sums. */
async function rolledUp(rollup: FigureRollup): Promise<void> {
  const batch = 1_000;
  let taken = batch;
  while (taken === batch) taken = await rollup.roll(batch);
}
