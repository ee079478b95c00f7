import { z } from 'zod';
import { type IsoDate, isIsoDate } from '#app/domain/dates.ts';
import { ROLES, type Role } from '#app/domain/role.ts';
import { title } from './fields.ts';

const LONGEST_NAME = 100;

const tokenName = z
  .string('is missing')
  .transform((text) => text.trim())
  .pipe(title)
  .refine((name) => name.length <= LONGEST_NAME, { error: `is longer than ${LONGEST_NAME} characters` });

/**
 * What somebody fills in for a new API token.
 *
 * @param maker Nobody hands on more than they may do themselves.
 * @param today A token that is over before it is used would be of no use.
 */
export function tokenSchema(maker: Role, today: IsoDate) {
  return z
    .object({
      name: tokenName,
      role: z.enum(ROLES, 'Choose a role').refine((role) => ROLES.indexOf(role) <= ROLES.indexOf(maker), {
        error: 'A token can do no more than you may do yourself',
      }),
      ends: z.enum(['on', 'never'], 'Choose when it ends'),
      expiresOn: z.string().optional(),
    })
    .refine((form) => complainOfEnd(form, today) === null, {
      path: ['expiresOn'],
      error: ({ input }) => complainOfEnd(input as TypedEnd, today) ?? undefined,
      // Whatever else is wrong: all is said at once.
      when: () => true,
    })
    .transform(({ ends, expiresOn = '', ...token }) => ({
      ...token,
      expiresOn: ends === 'never' ? null : expiresOn,
    }));
}

type TypedEnd = { readonly ends?: string | undefined; readonly expiresOn?: string | undefined };

function complainOfEnd({ ends, expiresOn: text = '' }: TypedEnd, today: IsoDate): string | null {
  if (ends !== 'on') return null;
  if (text === '') return 'Fill in the last day, or choose that it never ends';
  if (!isIsoDate(text)) return 'This is not a date that exists, such as 2030-12-31';
  return text < today ? 'This day is over already' : null;
}

/** Which token to revoke. */
export const revocationSchema = z.object({
  revoke: z
    .string('is missing')
    .regex(/^\d{1,9}$/, 'is not the number of a token')
    .transform(Number),
});
