import { z } from 'zod';
import { email, password, personName } from './person-form.ts';

export const signInSchema = z.object({ email, password });

/** What the first administrator of a portfolio fills in. */
export const setupSchema = z
  .object({ name: personName, email, password, passwordAgain: password })
  .refine((form) => form.password === form.passwordAgain, {
    path: ['passwordAgain'],
    error: 'This is not the same password as above',
  });
