import { z } from 'zod';
import { password } from './person-form.ts';

const LONGEST_CODE = 100;

/** A code of an authenticator app, or a recovery code, as somebody types it. */
const code = z
  .string('is missing')
  .trim()
  .min(1, 'Fill in the code')
  .max(LONGEST_CODE, 'is no code: too long');

export const codeSchema = z.object({ code });

/** Turning the second factor off asks for both. */
export const turningOffSchema = z.object({ password, code });
