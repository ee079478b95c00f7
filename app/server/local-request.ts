import { BlockList, isIP } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Any of these says that somebody passed the request on. */
const PASSED_ON = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*)$/;

/** Whether an address, or a name, is this machine's own and nobody else's. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(address);
  if (version === 0) return /^([a-z0-9-]+\.)*localhost$/i.test(address);
  return LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Notes which requests somebody at this very machine makes, before anything is taken from the headers of a proxy.
 * The host that a browser knows has to be the machine's own, too: another site's name may lead here.
 *
 * @param isAlone Whether the server listens on a loopback address and nothing is said to stand in front of it.
 */
export function noteLocal(isAlone: boolean): RequestHandler {
  return (request, response, next) => {
    response.locals.isLocal =
      isAlone &&
      // What proxies speak unless they are told otherwise, and browsers have not spoken for long.
      request.httpVersion !== '1.0' &&
      isLoopback(request.socket.remoteAddress ?? '') &&
      isLoopback(hostNameOf(request)) &&
      !Object.keys(request.headers).some((name) => PASSED_ON.test(name));
    next();
  };
}

export function isLocal(response: Response): boolean {
  return response.locals.isLocal === true;
}

function hostNameOf({ headers: { host = '' } }: Request): string {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
