import type { z } from 'zod';

/** What is wrong with a form, in words, by the name of the field; what concerns no single field is under `form`. */
export type FormProblems = Readonly<Record<string, string>>;

/** A form that goes back to whoever filled it in, with what was typed. */
export type FormRefusal = {
  readonly problems: FormProblems;
  readonly typed: Readonly<Record<string, string>>;
};

export type FormReading<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & FormRefusal);

/** What never goes back into a page. */
const SECRET = /password|code/i;

/** Reads what a form sends: each field once, as text. */
export function readForm<T>(schema: z.ZodType<T>, data: FormData): FormReading<T> {
  const fields = textFields(data);
  const read = schema.safeParse(fields);
  if (read.success) return { ok: true, value: read.data };
  const problems: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? 'form');
    problems[field] ??= asSentence(message);
  }
  return { ok: false, ...refuseForm(data, problems) };
}

/** Sends a form back for what only the database knows to be wrong. */
export function refuseForm(data: FormData, problems: FormProblems): FormRefusal {
  const typed = Object.entries(textFields(data)).filter(([name]) => !SECRET.test(name));
  return { problems, typed: Object.fromEntries(typed) };
}

function textFields(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Complaints about fields of a bundle follow the field's name; beside a field they stand alone. */
function asSentence(message: string): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
