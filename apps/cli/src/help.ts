import type { Command, CommandTable, OptionSpec } from './command';

const NAME_WIDTH = 18;

/** How one command is written. */
export function usageLine(name: string, { operand, options }: Command): string {
  const written = Object.entries(options).map(([option, spec]) => {
    const text = spec.value === undefined ? `--${option}` : `--${option} <${spec.value}>`;
    return spec.required === true ? text : `[${text}]`;
  });
  return ['zhuqi', name, ...(operand === undefined ? [] : [`<${operand}>`]), ...written].join(' ');
}

/** Its options, one a line. */
export const optionList = ({ options }: Command): string[] =>
  Object.entries(options).map(([option, spec]) => `    --${option.padEnd(NAME_WIDTH)}${aboutOption(spec)}`);

const aboutOption = ({ about, required }: OptionSpec): string =>
  required === true ? `${about}（必填）` : about;

/** The commands that begin with the words asked about, or all of them. */
export function helpText(table: CommandTable, words: readonly string[]): string {
  const asked = words.filter((word) => /^[a-z]+$/.test(word) && word !== 'help').join(' ');
  const matching = Object.entries(table).filter(([name]) => name.startsWith(asked));
  const shown = asked === '' || matching.length === 0 ? Object.entries(table) : matching;
  return [
    '助企 zhuqi：运行维护命令。数据库由 DATABASE_URL 指定；不填时使用数据目录（ZHUQI_DATA_DIR）中的内置数据库。',
    '',
    ...shown.flatMap(([name, command]) => [
      `  ${usageLine(name, command)}`,
      `    ${command.about}`,
      ...optionList(command),
    ]),
    '',
    '退出码：0 完成，1 未完成或检查发现问题，2 命令写法不对。',
  ].join('\n');
}
