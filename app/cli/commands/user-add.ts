import { createOneTimeLink } from '#app/data/one-time-links.server.ts';
import { addPerson, EmailTakenError } from '#app/data/people.server.ts';
import { email as emailSchema, personName } from '#app/forms/person-form.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { addressOfLink } from '../link-address.ts';
import { readRole } from '../role-option.ts';
import { answer, note } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export const command: Command = {
  options: { role: { type: 'string' }, name: { type: 'string' } },
  wordCount: 1,
  wordName: 'EMAIL',
  async run({ words: [typed = ''], values }, terminal) {
    const role = readRole(values.role);
    const email = emailSchema.safeParse(typed);
    if (!email.success) throw new UsageError(email.error.issues[0]?.message ?? 'EMAIL is missing');
    const name = personName.safeParse(values.name ?? email.data.split('@', 1)[0]);
    if (!name.success) throw new UsageError(`--name ${name.error.issues[0]?.message}`);
    // Settings that are wrong are told before anybody is added.
    addressOfLink(terminal, '');
    const link = await withDatabase(terminal, async (db) => {
      const { id } = await addPerson(db, { email: email.data, name: name.data, role }).catch(
        (error: unknown) => {
          if (!(error instanceof EmailTakenError)) throw error;
          throw new CommandError(
            `somebody with the address ${email.data} is there already; "user reset ${email.data}" makes a new link`,
          );
        },
      );
      return createOneTimeLink(db, { personId: id, now: new Date() });
    });
    if (!link) throw new CommandError(`${email.data} was disabled in the meantime`);
    await answer(terminal, addressOfLink(terminal, link.token));
    note(terminal, `Hand it over to ${name.data}: it is good once, for seven days, and not shown again.`);
  },
};
