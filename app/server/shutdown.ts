import type { Server } from 'node:http';

const LONGEST_MS = 10_000;
/** A terminal and npm both pass the same Ctrl-C on; only a later one is a second wish. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Ends the process on SIGTERM, SIGINT or SIGHUP, with 0 when it ended in order. A second signal, or ten seconds, end
 * it at once with 1.
 *
 * @returns A signal for what must not outlive the start, and a way to say what has to be done first once it serves.
 */
export function endOnSignals(): { signal: AbortSignal; endWith(work: () => Promise<void>): void } {
  const ending = new AbortController();
  let lastWork = async () => {};
  let endingSince: number | null = null;
  const end = async () => {
    if (endingSince !== null) {
      if (performance.now() - endingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    endingSince = performance.now();
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    ending.abort();
    await lastWork().catch((error) => {
      console.error(error);
      process.exit(1);
    });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  return {
    signal: ending.signal,
    endWith(work) {
      lastWork = work;
    },
  };
}

/**
 * Prepares a server to take no new connections and to finish the requests in flight. Closing it alone would wait for
 * connections, also for those that a browser has opened in advance.
 */
export function trackRequests(server: Server): () => Promise<void> {
  let inFlightCount = 0;
  let isEnding = false;
  const hangUp = () => {
    if (isEnding && inFlightCount === 0) server.closeAllConnections();
  };
  server.prependListener('request', (_request, response) => {
    inFlightCount += 1;
    response.once('close', () => {
      inFlightCount -= 1;
      setImmediate(hangUp);
    });
  });
  return () =>
    new Promise((resolve) => {
      isEnding = true;
      server.close(() => resolve());
      hangUp();
    });
}
