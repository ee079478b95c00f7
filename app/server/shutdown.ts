import type { Server } from 'node:http';

const LONGEST_MS = 10_000;
/** A terminal and npm both pass the same Ctrl-C on; only a later one is a second wish. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Ends the process on SIGTERM, SIGINT or SIGHUP: takes no new connections, finishes the requests in flight, releases
 * what is open and exits with 0. A second signal, or ten seconds, end it at once with 1.
 */
export function stopOnSignals(server: Server, release: () => Promise<void>): void {
  const finish = trackRequests(server);
  let stoppingSince: number | null = null;
  const stop = () => {
    if (stoppingSince === null) {
      stoppingSince = performance.now();
      setTimeout(() => process.exit(1), LONGEST_MS).unref();
      finish()
        .then(release)
        .then(() => process.exit(0))
        .catch((error) => {
          console.error(error);
          process.exit(1);
        });
    } else if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

/** Closing a server waits for connections, also for those a browser has opened in advance: only requests count here. */
function trackRequests(server: Server): () => Promise<void> {
  let inFlightCount = 0;
  let isStopping = false;
  const hangUp = () => {
    if (isStopping && inFlightCount === 0) server.closeAllConnections();
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
      isStopping = true;
      server.close(() => resolve());
      hangUp();
    });
}
