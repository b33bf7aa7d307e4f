import { demoPassword } from '@zhuqi/platform';
import { PlantReference, PrepareDemo } from '@zhuqi/seeds';
import { EXIT, type ExitCode } from '../exit-code';
import { onDatabase, withDatabase } from '../open-database';
import { CannotDo } from '../problems';

/** `zhuqi seed demo` */
export async function seedDemo(): Promise<ExitCode> {
  return withDatabase(async ({ config, url }) => {
    if (!config.demo) {
      throw new CannotDo('演示区只能建立在演示环境中。确认这不是正式数据库后，设置 ZHUQI_DEMO=1 再运行。');
    }
    const password = demoPassword(config);
    const { accounts, told } = await onDatabase(url, async (ports) => {
      await ports.get(PlantReference).execute();
      return ports.get(PrepareDemo).execute(password);
    });
    console.log(told === 0 ? '演示区此前已经建立。' : `演示区已建立，写入 ${String(told)} 件诉求。`);
    console.log(`帐号：${accounts.map(({ username }) => username).join('、')}`);
    console.log(`密码：${password}`);
    return EXIT.done;
  });
}
