import { z } from 'zod';
import { ROLES } from '#app/domain/role.ts';
import { field, quote, title } from './fields.ts';

const LONGEST_EMAIL = 254;
const LONGEST_PASSWORD = 1_000;

/** An e-mail address, in lower case as it is kept. */
export const email = z
  .string('is missing')
  .transform((text) => text.trim().toLowerCase())
  .pipe(field(complainOfEmail, { id: 'email', format: 'email' }));

function complainOfEmail(text: string): string | null {
  if (text === '') return 'Fill in the e-mail address';
  if (text.length > LONGEST_EMAIL) return `is longer than ${LONGEST_EMAIL} characters`;
  if (/^[^\s@\p{Cc}\p{Cs}"<>,;]+@[^\s@\p{Cc}\p{Cs}"<>,;]+\.[^\s@\p{Cc}\p{Cs}"<>,;.]+$/u.test(text))
    return null;
  return `${quote(text)} is not an e-mail address such as name@example.org`;
}

/** How somebody is called, in lists and in the audit trail. */
export const personName = z
  .string('is missing')
  .transform((text) => text.trim())
  .pipe(title);

export const role = z.enum(ROLES, 'Choose a role');

/** A password as it is typed; whether it is a good one is decided elsewhere. Not a space of it is taken away. */
export const password = z
  .string('is missing')
  .min(1, 'Fill in the password')
  .max(LONGEST_PASSWORD, `is longer than ${LONGEST_PASSWORD} characters`);

/** Somebody who is invited. */
export const invitationSchema = z.object({ email, name: personName, role });

/** What an administrator changes of somebody. */
export const personSchema = z.object({ name: personName, role });

const newPassword = { password, passwordAgain: password };
const isTypedTwice = (form: { password: string; passwordAgain: string }) =>
  form.password === form.passwordAgain;
const TYPED_DIFFERENTLY = {
  path: ['passwordAgain'],
  error: 'This is not the same password as above',
};

/** What somebody fills in who was invited. */
export const acceptanceSchema = z
  .object({ name: personName, ...newPassword })
  .refine(isTypedTwice, TYPED_DIFFERENTLY);

/** What somebody fills in who has got a link to a new password. */
export const resetSchema = z.object(newPassword).refine(isTypedTwice, TYPED_DIFFERENTLY);

/** What somebody fills in to change the own password. */
export const passwordChangeSchema = z
  .object({ oldPassword: password, ...newPassword })
  .refine(isTypedTwice, TYPED_DIFFERENTLY);
