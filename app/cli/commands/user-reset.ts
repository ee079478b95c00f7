import { createOneTimeLink } from '#app/data/one-time-links.server.ts';
import { findCredentials } from '#app/data/people.server.ts';
import { removeSecondFactor } from '#app/data/second-factors.server.ts';
import { type Command, CommandError } from '../command.ts';
import { addressOfLink } from '../link-address.ts';
import { answer, note } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export const command: Command = {
  options: { 'without-second-factor': { type: 'boolean' } },
  wordCount: 1,
  wordName: 'EMAIL',
  async run({ words: [email = ''], flags }, terminal) {
    addressOfLink(terminal, '');
    const link = await withDatabase(terminal, async (db) => {
      const found = await findCredentials(db, email);
      if (!found) throw new CommandError(`nobody has the address ${email}`);
      const { id, isDemonstration } = found.person;
      if (isDemonstration)
        throw new CommandError(`${email} belongs to the demonstration and has no password`);
      const made = await createOneTimeLink(db, { personId: id, now: new Date() });
      if (!made)
        throw new CommandError(`${email} is disabled: an administrator has to enable the account first`);
      if (flags.has('without-second-factor')) await removeSecondFactor(db, id, 'at the command line');
      return made;
    });
    await answer(terminal, addressOfLink(terminal, link.token));
    const days = link.purpose === 'invitation' ? 'seven days' : 'one day';
    note(terminal, `It is good once, for ${days}, and not shown again; older links are void.`);
  },
};
