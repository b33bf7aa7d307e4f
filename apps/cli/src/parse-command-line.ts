import { parseArgs } from 'node:util';
import { systemCode } from '@zhuqi/platform';
import { type Command, CommandInput, type CommandTable } from './command';
import { optionList, usageLine } from './help';
import { WrongUsage } from './problems';

export interface ParsedCommandLine {
  readonly command: Command;
  readonly input: CommandInput;
}

/** Finds the command and reads what stands behind it. Throws `WrongUsage` with what exists instead. */
export function parseCommandLine(table: CommandTable, words: readonly string[]): ParsedCommandLine {
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => Object.hasOwn(table, each));
  const command = name === undefined ? undefined : table[name];
  if (name === undefined || command === undefined) throw unknownCommand(table, words);
  const { values, positionals } = read(name, command, words.slice(name.split(' ').length));
  const [operand = '', ...rest] = positionals;
  if (rest.length > 0 || (operand !== '' && command.operand === undefined)) {
    throw wrong(
      name,
      command,
      `多出了 ${[...(command.operand === undefined ? [operand] : []), ...rest].join(' ')}`,
    );
  }
  if (command.operand !== undefined && operand === '') throw wrong(name, command, `缺少 ${command.operand}`);
  const missing = Object.entries(command.options)
    .filter(([option, { required }]) => required === true && isEmpty(values[option]))
    .map(([option]) => `--${option}`);
  if (missing.length > 0) throw wrong(name, command, `缺少 ${missing.join('、')}`);
  return { command, input: new CommandInput(values, operand) };
}

const isEmpty = (value: string | boolean | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

function read(name: string, command: Command, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, { value }]) => [
      option,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw wrong(name, command, complaintOf(error));
  }
}

/** parseArgs complains in English, naming the option. */
function complaintOf(error: unknown): string {
  const option = /--?[\p{L}\p{N}][\p{L}\p{N}-]*/u.exec(String(error))?.[0] ?? '';
  return systemCode(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? `没有选项 ${option}`
    : `选项 ${option} 的写法不对`;
}

function unknownCommand(table: CommandTable, words: readonly string[]): WrongUsage {
  const family = Object.keys(table).filter((name) => name.startsWith(`${words[0] ?? ''} `));
  const list = (family.length > 0 ? family : Object.keys(table)).map((name) => `  zhuqi ${name}`);
  return new WrongUsage(`没有命令“${words.slice(0, 2).join(' ')}”。可用的命令：\n${list.join('\n')}`);
}

function wrong(name: string, command: Command, complaint: string): WrongUsage {
  return new WrongUsage(
    [`${complaint}。用法：`, `  ${usageLine(name, command)}`, ...optionList(command)].join('\n'),
  );
}
