import { FoundRegion } from '@zhuqi/seeds';
import type { CommandInput } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';

/** `zhuqi region create` */
export async function createRegion(input: CommandInput): Promise<ExitCode> {
  const region = {
    code: input.text('code'),
    name: input.text('name'),
    kind: input.text('kind'),
    parentCode: input.has('parent') ? input.text('parent') : null,
  };
  const { office } = await withPorts((ports) => ports.get(FoundRegion).execute(region));
  console.log(`已建立地区 ${region.code} ${region.name.trim()}，带默认的工作日历、时限规则与层级。`);
  console.log(`单位：${office}`);
  console.log(`下一步：zhuqi admin create --username <用户名> --name <姓名> --region ${region.code}`);
  return EXIT.done;
}
