import { parseArgs } from 'node:util';
import { type Command, CommandError, type Given, UsageError } from './command.ts';
import { helpFor, MANUAL, overview } from './manual.ts';
import { answer, note, type Terminal } from './terminal.ts';

/** The exit status of what Ctrl-C ended. */
export const CANCELLED = 130;

const LOADERS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  gap: () => import('./commands/gap.ts'),
  forecast: () => import('./commands/forecast.ts'),
  init: () => import('./commands/init.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  'token create': () => import('./commands/token-create.ts'),
  'user add': () => import('./commands/user-add.ts'),
  'user reset': () => import('./commands/user-reset.ts'),
};

/**
 * Runs one command, given its words as typed.
 *
 * @returns The exit status: 0 done, 1 impossible, 2 wrongly asked, 130 cancelled.
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const { name, rest } = commandName(words);
  try {
    if (wantsHelp(words)) await answer(terminal, name === null ? overview() : helpFor(name));
    else if (name === null) throw new UsageError(complaint(words));
    else await runCommand(name, rest, terminal);
    return 0;
  } catch (error) {
    return explain(error, name, terminal);
  }
}

async function runCommand(name: string, words: readonly string[], terminal: Terminal): Promise<void> {
  const { command } = await (LOADERS[name] as NonNullable<(typeof LOADERS)[string]>)();
  await command.run(readWords(command, words), terminal);
}

/** `token create …` is one command of two words. */
function commandName(words: readonly string[]): { name: string | null; rest: readonly string[] } {
  const [first = '', second = ''] = words;
  for (const name of [first, `${first} ${second}`]) {
    if (Object.hasOwn(LOADERS, name)) return { name, rest: words.slice(name.split(' ').length) };
  }
  return { name: null, rest: words };
}

function wantsHelp(words: readonly string[]): boolean {
  const options = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  return words[0] === 'help' || options.some((word) => word === '--help' || word === '-h');
}

function complaint([first]: readonly string[]): string {
  if (first === undefined) return 'say which command';
  return `"${first}" is not a command`;
}

function readWords({ options, wordCount, wordName = 'FILE' }: Command, words: readonly string[]): Given {
  const { values, positionals } = parsed(words, options);
  if (positionals.length !== wordCount) {
    throw new UsageError(
      positionals.length < wordCount
        ? `${wordName} is missing`
        : `"${positionals[wordCount]}" is one word too many`,
    );
  }
  return {
    words: positionals,
    values: Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    ),
    flags: new Set(Object.keys(values).filter((key) => values[key] === true)),
  };
}

function parsed(words: readonly string[], options: Command['options']) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function explain(error: unknown, name: string | null, terminal: Terminal): number {
  if (error instanceof UsageError) {
    note(terminal, `portfolio: ${error.message}`);
    note(terminal, name === null ? overview() : `usage: portfolio ${MANUAL[name]?.usage}`);
    return 2;
  }
  if (terminal.signal.aborted) {
    note(terminal, 'portfolio: cancelled, nothing was saved');
    return CANCELLED;
  }
  if (!(error instanceof CommandError)) throw error;
  for (const line of error.lines) note(terminal, `portfolio: ${line}`);
  return 1;
}
