import { randomBytes } from 'node:crypto';
import { CreateAdministrator } from '@zhuqi/application';
import type { CommandInput } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { withPorts } from '../open-database';
import { WrongUsage } from '../problems';

const PASSWORD_BYTES = 15;

/** `zhuqi admin create` */
export async function createAdmin(input: CommandInput): Promise<ExitCode> {
  const given = input.has('password-stdin') ? await passwordFromInput() : null;
  const password = given ?? randomBytes(PASSWORD_BYTES).toString('base64url');
  const { username, region } = await withPorts((ports) =>
    ports.get(CreateAdministrator).execute({
      ...{ username: input.text('username'), name: input.text('name') },
      ...{ regionCode: input.text('region'), password },
    }),
  );
  console.log(`已建立管理员 ${username}（${region.name}）。`);
  if (given === null) console.log(`密码（只显示这一次，请登录后修改）：${password}`);
  return EXIT.done;
}

async function passwordFromInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    // A person who types ends with Return; a pipe ends.
    if (text.includes('\n')) break;
  }
  const [password = ''] = text.split(/\r?\n/);
  if (password === '')
    throw new WrongUsage('标准输入中没有密码，例如：zhuqi admin create … --password-stdin < 密码文件');
  return password;
}
