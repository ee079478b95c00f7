/** Why the program cannot start: its message is the one line that a person gets to read. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The first line of an error's message, for an error that somebody else has thrown. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n', 1)[0] ?? '';
}
