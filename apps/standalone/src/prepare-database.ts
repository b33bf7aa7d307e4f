import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DemoClock } from '@zhuqi/application';
import { migrateQueueSchema } from '@zhuqi/messaging';
import { APPLICATION_ROLE, migrate, PersistenceModule, SchemaNewerThanProgram } from '@zhuqi/persistence';
import { RealTimeModule, StartupProblem } from '@zhuqi/platform';
import { DEMO_STARTS_AT, PlantDistrict, PlantReference, SeedingModule, TellStories } from '@zhuqi/seeds';

export interface DemoDistrict {
  readonly accounts: readonly { readonly username: string; readonly roles: readonly string[] }[];
  /** Tickets told at this start; 0 when they had been told before. */
  readonly told: number;
  /** Business time the demo starts from, epoch milliseconds. */
  readonly now: number;
}

export interface Prepared {
  readonly demo: DemoDistrict | null;
}

@Module({})
class PreparingModule {}

/** Schema, reference rows and, with a demo password, the demo district; everything may be done again. */
export async function prepareDatabase(url: string, password: string | null): Promise<Prepared> {
  await bringUpToDate(url);
  const imports = [RealTimeModule, PersistenceModule.forRoot({ url }), SeedingModule];
  const context = await NestFactory.createApplicationContext(
    { module: PreparingModule, imports },
    { logger: false, abortOnError: false },
  );
  try {
    await context.get(PlantReference).execute();
    return { demo: password === null ? null : await prepareDemo(context, password) };
  } finally {
    await context.close();
  }
}

async function prepareDemo(context: INestApplicationContext, password: string): Promise<DemoDistrict> {
  const accounts = await context.get(PlantDistrict).execute(password);
  const told = await context.get(TellStories).execute();
  const now = await context.get(DemoClock).start(DEMO_STARTS_AT);
  return { accounts, told, now };
}

async function bringUpToDate(url: string): Promise<void> {
  try {
    await migrate(url);
    await migrateQueueSchema(url, APPLICATION_ROLE);
  } catch (error) {
    throw startupProblemOf(error);
  }
}

/** The database's own words for the operator's three usual mistakes. */
function startupProblemOf(error: unknown): unknown {
  if (error instanceof SchemaNewerThanProgram) {
    return new StartupProblem(
      'schema.newer',
      `数据库由更新版本的程序建立（${error.unknownMigrations.join('、')}），请升级程序后再启动。`,
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P03)$/.test(code) ||
    isTimeout(error)
  ) {
    return new StartupProblem(
      'database.unreachable',
      '数据库没有应答，请检查 DATABASE_URL 与数据库是否已启动。',
    );
  }
  if (/^(28P01|28000|3D000)$/.test(code)) {
    return new StartupProblem(
      'database.refused',
      '数据库拒绝连接，请检查 DATABASE_URL 中的用户名、密码和库名。',
    );
  }
  return error;
}

const isTimeout = (error: unknown): boolean => error instanceof Error && /timeout/i.test(error.message);
