import { CANCELLED, run } from './run.ts';
import type { Terminal } from './terminal.ts';

const SAME_SIGNAL_MS = 1_000;
const LONGEST_CANCELLING_MS = 5_000;

const cancelling = new AbortController();
let cancelledAt = Number.POSITIVE_INFINITY;
const cancel = () => {
  const exit = () => process.exit(CANCELLED);
  // A terminal and npm both pass the same Ctrl-C on; only a later one is a second wish.
  if (performance.now() - cancelledAt > SAME_SIGNAL_MS) exit();
  if (cancelling.signal.aborted) return;
  cancelledAt = performance.now();
  cancelling.abort();
  // Waiting for another program does not notice; a transaction that is left open is rolled back by the database.
  setTimeout(exit, LONGEST_CANCELLING_MS).unref();
};
process.on('SIGINT', cancel);
process.on('SIGTERM', cancel);
// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { env } = process;
const terminal: Terminal = {
  env,
  // npm runs scripts in the project's folder; names of files are relative to where the person stands.
  folder: (env.npm_lifecycle_event === 'portfolio' && env.INIT_CWD) || process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: cancelling.signal,
};

process.exit(await run(process.argv.slice(2), terminal));
