import type { Database } from '#app/data/database.server.ts';
import type { Answered } from '#app/figures/answer.server.ts';
import type { QueryParameters } from '#app/forms/figure-query.ts';
import { type Given, UsageError } from './command.ts';
import { answer, type Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** The options of every command that answers with figures. */
export const FIGURE_OPTIONS = {
  programme: { type: 'string' },
  'as-of': { type: 'string' },
  currency: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Answers with figures: JSON where that was asked for, or a text for people. */
export async function figureAnswer<T>(
  { values, flags }: Given,
  terminal: Terminal,
  ask: (db: Database, parameters: QueryParameters) => Promise<Answered<T>>,
  toText: (figures: T) => string,
): Promise<void> {
  const { 'as-of': asOf, ...others } = values;
  const answered = await withDatabase(terminal, (db) => ask(db, { ...others, asOf }));
  if (!answered.ok) {
    throw new UsageError(
      answered.problems.map(({ path, message }) => `${optionFor(path)} ${message}`).join('; '),
    );
  }
  await answer(
    terminal,
    flags.has('json') ? JSON.stringify(answered.answer, null, 2) : toText(answered.answer),
  );
}

function optionFor(parameter: string): string {
  return parameter === 'asOf' ? '--as-of' : `--${parameter}`;
}
