import { createServer, type Server } from 'node:net';
import type { Listening } from './settings.ts';
import { reasonOf, StartError } from './start-error.ts';

/**
 * Tries the port for a moment, so that a taken one is told before the slow work.
 *
 * @throws {StartError} as {@link listen} does.
 */
export async function requireFreePort(listening: Listening): Promise<void> {
  const probe = createServer();
  await listen(probe, listening);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
}

/**
 * Starts to listen, and says where: port 0 has become a real one.
 *
 * @throws {StartError} when the port is taken, forbidden or its host is not this machine's.
 */
export function listen(server: Server, listening: Listening): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(new StartError(reasonFor(error, listening)));
    server.once('error', refuse);
    server.listen({ ...listening, exclusive: true }, () => {
      server.off('error', refuse);
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : listening.port;
      resolve({ host: listening.host, port });
    });
  });
}

function reasonFor(error: NodeJS.ErrnoException, { host, port }: Listening): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is taken by another program: stop it, or set PORT to a free one`;
    case 'EACCES':
      return `port ${port} on ${host} is not allowed for this user: set PORT to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is not an address of this machine`;
    default:
      return `cannot listen on ${host}:${port}: ${reasonOf(error)}`;
  }
}
