import type { ExitCode } from './exit-code';

export interface OptionSpec {
  /** What stands for the value in the help; absent: the option is a switch. */
  readonly value?: string;
  readonly about: string;
  readonly required?: true;
}

/** One command as data: how it is written, what it says of itself, and what it does. */
export interface Command {
  readonly about: string;
  /** The one thing that stands behind the command without a name. */
  readonly operand?: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly run: (input: CommandInput) => Promise<ExitCode>;
}

/** Commands by the words they begin with. */
export type CommandTable = Readonly<Record<string, Command>>;

/** What was written behind the command; required parts are there, otherwise it would not have been run. */
export class CommandInput {
  constructor(
    private readonly values: Readonly<Record<string, string | boolean | undefined>>,
    readonly operand: string,
  ) {}

  /** The value of an option; empty when it was left out. */
  text(option: string): string {
    const value = this.values[option];
    return typeof value === 'string' ? value : '';
  }

  has(option: string): boolean {
    return this.values[option] !== undefined;
  }
}
