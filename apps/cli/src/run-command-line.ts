import { COMMANDS } from './commands';
import { EXIT, type ExitCode } from './exit-code';
import { helpText } from './help';
import { parseCommandLine } from './parse-command-line';
import { explained, WrongUsage } from './problems';

const asksForHelp = (words: readonly string[]): boolean =>
  words[0] === 'help' || words.some((word) => word === '--help' || word === '-h');

/** Runs one command; a problem is told in one sentence, because a stack would hide it. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  if (words.length === 0 || asksForHelp(words)) {
    console.log(helpText(COMMANDS, words));
    return words.length === 0 ? EXIT.wrongUsage : EXIT.done;
  }
  try {
    const { command, input } = parseCommandLine(COMMANDS, words);
    return await command.run(input);
  } catch (error) {
    console.error(explained(error));
    return error instanceof WrongUsage ? EXIT.wrongUsage : EXIT.failed;
  }
}
