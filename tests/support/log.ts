/** The entries of a server's log among what it has said on stderr. */
export function logEntries(stderr: string): Readonly<Record<string, unknown>>[] {
  return stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
