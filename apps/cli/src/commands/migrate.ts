import { migrateQueueSchema } from '@zhuqi/messaging';
import { APPLICATION_ROLE, migrate } from '@zhuqi/persistence';
import { EXIT, type ExitCode } from '../exit-code';
import { withDatabase } from '../open-database';

/** `zhuqi migrate` */
export async function migrateSchema(): Promise<ExitCode> {
  await withDatabase(
    async ({ url }) => {
      await migrate(url);
      await migrateQueueSchema(url, APPLICATION_ROLE);
    },
    { mayCreate: true },
  );
  console.log(`数据库结构已是最新（程序与任务队列），程序以角色 ${APPLICATION_ROLE} 运行。`);
  return EXIT.done;
}
