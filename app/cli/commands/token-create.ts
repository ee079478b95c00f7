import { createApiToken } from '#app/data/api-tokens.server.ts';
import { isIsoDate } from '#app/domain/dates.ts';
import { type Command, UsageError } from '../command.ts';
import { readRole } from '../role-option.ts';
import { answer, note } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export const command: Command = {
  options: { role: { type: 'string' }, name: { type: 'string' }, expires: { type: 'string' } },
  wordCount: 0,
  async run({ values }, terminal) {
    const role = readRole(values.role);
    const expiresOn = values.expires ?? null;
    if (expiresOn !== null && !isIsoDate(expiresOn)) {
      throw new UsageError(`--expires "${expiresOn}" is not a date that exists, such as 2030-12-31`);
    }
    const token = await withDatabase(terminal, (db) =>
      createApiToken(db, { role, name: values.name ?? null, expiresOn }),
    );
    await answer(terminal, token);
    note(terminal, 'Keep it now: it is not shown again.');
  },
};
