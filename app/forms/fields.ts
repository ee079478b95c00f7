import { z } from 'zod';
import { isIsoDate } from '#app/domain/dates.ts';
import { isCurrency } from '#app/domain/money.ts';

/** Says what is wrong with a text, or null. */
type Complaint = (text: string) => string | null;
/** What a JSON Schema says of a text; `id` names it there. */
export type SchemaHints = Readonly<Record<string, unknown>>;

const LONGEST_CODE = 64;
const LONGEST_TEXT = 2_000;
const LONGEST_NOTE = 50_000;
const LONGEST_QUOTE = 40;

/** Half of a surrogate pair and U+0000 can be stored nowhere; the others cannot stand in XML. */
const UNSTORABLE = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\x7f-\x9f])\p{Cc}/u;
const CONTROL = /\p{Cc}/u;

/** A text that a complaint may refuse; `example` marks one that people take for a number. */
export function field(complaint: Complaint, hints: SchemaHints, example?: string) {
  const base = example ? z.string({ error: ({ input }) => wrongType(input, example) }) : z.string();
  return base
    .refine((text) => complaint(text) === null, {
      error: ({ input }) => complaint(input as string) ?? undefined,
    })
    .meta(hints);
}

function wrongType(input: unknown, example: string): string {
  if (input === undefined) return 'is missing';
  return `must be text in quotes such as "${example}", not ${kindOf(input)}`;
}

/** Names the JSON kind of a value with its article. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { number: 'a number', string: 'text', boolean: 'true or false' }[typeof value as string] ?? 'an object'
  );
}

/** Quotes what somebody wrote, short enough to be shown. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

function complainOfText(text: string, longest: number): string | null {
  if (text.length > longest) return `is longer than ${longest} characters`;
  const unstorable = UNSTORABLE.exec(text)?.[0];
  if (unstorable === undefined) return null;
  const name = `U+${(unstorable.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `has a character that cannot be stored (${name})`;
}

/** A code: not empty, at most 64 characters, no control characters, no space at either end. */
export const code = field(
  (text) => {
    if (text === '') return 'must not be empty';
    if (text.length > LONGEST_CODE) return `is longer than ${LONGEST_CODE} characters`;
    if (text !== text.trim()) return 'must not begin or end with a space';
    if (CONTROL.test(text)) return 'must not have control characters';
    return complainOfText(text, LONGEST_CODE);
  },
  { id: 'code', minLength: 1, maxLength: LONGEST_CODE },
);

/** A title or name, which people look for: not blank. */
export const title = field(
  (text) => (text.trim() === '' ? 'must not be empty' : complainOfText(text, LONGEST_TEXT)),
  { id: 'title', minLength: 1, maxLength: LONGEST_TEXT },
);

/** A line of text, which may be empty. */
export const text = field((value) => complainOfText(value, LONGEST_TEXT), {
  id: 'text',
  maxLength: LONGEST_TEXT,
});

/** Text of several paragraphs. */
export const longText = field((value) => complainOfText(value, LONGEST_NOTE), {
  id: 'longText',
  maxLength: LONGEST_NOTE,
});

/** A calendar date that exists, `YYYY-MM-DD`. */
export const date = field(
  (value) => {
    if (isIsoDate(value) && !value.startsWith('0000')) return null;
    const isShaped = /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isShaped
      ? `${value} is a date that does not exist`
      : `${quote(value)} is not a date as YYYY-MM-DD`;
  },
  { id: 'date', format: 'date' },
  '2012-04-10',
);

/** A whole number of a range; `example` is one of them. */
export function wholeNumber(least: number, most: number, example: number) {
  const refusal = `must be a whole number from ${least} to ${most}`;
  const error = ({ input }: { input?: unknown }) => {
    if (input === undefined) return 'is missing';
    return typeof input === 'number' ? refusal : `must be a number such as ${example}, not ${kindOf(input)}`;
  };
  const isInRange = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return z
    .number({ error })
    .refine(isInRange, refusal)
    .meta({ type: 'integer', minimum: least, maximum: most });
}

/** A calendar year. */
export const year = wholeNumber(1900, 2200, 2012);

/** An ISO 4217 code. */
export const currency = field(
  (value) => (isCurrency(value) ? null : `${quote(value)} is not an ISO 4217 currency code`),
  { id: 'currency', pattern: '^[A-Z]{3}$' },
  'EUR',
);

/** A key that may be left out or null. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A list that may be left out or null: then it is empty. */
export function list<T extends z.ZodType>(element: T) {
  return z
    .array(element)
    .nullish()
    .transform((value) => value ?? []);
}
