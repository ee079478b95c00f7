import { parseArgs } from 'node:util';
import { SIZE_NAMES, type SizeName } from './portfolio/sizes.ts';

export const PROVIDERS = ['sqlite', 'postgresql'] as const;
export type Provider = (typeof PROVIDERS)[number];

export type BenchOptions = {
  readonly sizes: readonly SizeName[];
  readonly providers: readonly Provider[];
  /** Whether the warm gap is taken apart. */
  readonly phases: boolean;
  readonly json: boolean;
};

export const USAGE = `usage: npm run bench -- [--size S|M|L]… [--database sqlite|postgresql|both] [--phases] [--json]

Times the funding gap from the database to JSON beside one plain SQL statement over the same rows.
  --size      S has 40 activities, M 1,000, L 10,000; S and M unless said otherwise
  --database  sqlite unless said otherwise; postgresql starts a server of its own
  --phases    says where the time of the warm gap goes
  --json      prints everything that was measured as JSON`;

/** Asked in the wrong way; the message is for people. */
export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
}

/** @returns What is asked for, or null where that is help. */
export function readBenchOptions(words: readonly string[]): BenchOptions | null {
  const { size, database, phases, json, help } = parsed(words);
  if (help) return null;
  const sizes = size?.map((word) => choose('--size', SIZE_NAMES, word));
  return {
    // A size that was asked for twice is measured once.
    sizes: SIZE_NAMES.filter((name) => (sizes ?? ['S', 'M']).includes(name)),
    providers:
      database === 'both' ? PROVIDERS : [choose('--database', PROVIDERS, database ?? 'sqlite', ['both'])],
    phases: phases ?? false,
    json: json ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        size: { type: 'string', multiple: true },
        database: { type: 'string' },
        phases: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new BenchUsageError((error as Error).message.split('. ')[0]);
  }
}

function choose<T extends string>(
  option: string,
  choices: readonly T[],
  word: string,
  others: readonly string[] = [],
): T {
  const found = choices.find((choice) => choice === word);
  if (found !== undefined) return found;
  throw new BenchUsageError(`${option} is one of ${[...choices, ...others].join(', ')}, not "${word}"`);
}
