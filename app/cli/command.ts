import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** What a person typed after the command's name. */
export type Given = {
  readonly words: readonly string[];
  /** Options that take a value. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
};

/** One word of the command line, such as `gap`. */
export type Command = {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many words stand beside the options, such as FILE. */
  readonly wordCount: number;
  /** What the manual calls that word; FILE if left out. */
  readonly wordName?: string;
  readonly run: (given: Given, terminal: Terminal) => Promise<void>;
};

/** The person asked in the wrong way: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked cannot be done: exit status 1; one line for each reason. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
