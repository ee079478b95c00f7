/** What the log keeps of an error. */
export type DescribedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: DescribedError;
};

const FRAME_COUNT = 12;

/**
 * Describes an error without its further fields, where a driver puts the values of a query, and without secrets in
 * its words. Its source stays: that is what somebody who looks for the reason needs.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)) };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.match(/^ {4}at .+$/gm)?.slice(0, FRAME_COUNT);
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === 'string' && { code }),
    ...(frames && { at: frames.map((frame) => frame.trim()) }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\w:\/\/)[^/\s]*@/g, '$1…@'],
  [/\b(Bearer|Basic) +\S+/gi, '$1 …'],
  [/\btrib_[\w-]+/g, 'trib_…'],
  [/[^\s"'<>(=/…]+@[\w-]+\.[\w.-]+/g, '…@…'],
];

/** Masks passwords in addresses of databases, tokens, and addresses of e-mail. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((masked, [secret, instead]) => masked.replace(secret, instead), text);
}
