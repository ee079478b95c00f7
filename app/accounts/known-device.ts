import { randomBytes } from 'node:crypto';
import { readCookie, writeCookie } from './cookie.ts';
import { isSameText, keyedHash } from './keyed-hash.ts';

const ACCOUNTS = 5;
const KEPT_SECONDS = 365 * 24 * 60 * 60;

/** A browser, and a proof for each account that got in there before. */
type Device = { readonly id: string; readonly proofs: readonly string[] };

type Secrets = { readonly sessionSecret: string };

/** The browser that a request comes from, if this account has got in there before; null if it has not. */
export function knownDeviceOf({ sessionSecret }: Secrets, request: Request, email: string): string | null {
  const device = readDevice(request);
  if (device === null) return null;
  const proof = proofOf(sessionSecret, device.id, email);
  return device.proofs.some((given) => isSameText(given, proof)) ? device.id : null;
}

/** The Set-Cookie header by which a browser can show that an account has got in there before. */
export function knownDeviceCookie({ sessionSecret }: Secrets, request: Request, email: string): string {
  const { id, proofs } = readDevice(request) ?? { id: randomBytes(16).toString('base64url'), proofs: [] };
  const proof = proofOf(sessionSecret, id, email);
  const kept = [proof, ...proofs.filter((given) => given !== proof)].slice(0, ACCOUNTS);
  return writeCookie(request, 'device', [id, ...kept].join('.'), KEPT_SECONDS);
}

function readDevice(request: Request): Device | null {
  const [id = '', ...proofs] = readCookie(request, 'device')?.split('.') ?? [];
  return /^[\w-]{22}$/.test(id) ? { id, proofs: proofs.slice(0, ACCOUNTS) } : null;
}

function proofOf(secret: string, device: string, email: string): string {
  return keyedHash(secret, 'known device', device, email);
}
