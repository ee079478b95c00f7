import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Says how it was sealed, for the day when that changes. */
const VERSION = 'v1.';

/** Whose secret it is: what is sealed for one person opens for nobody else. */
type Seal = { readonly sessionSecret: string; readonly personId: number };

/** Seals the secret of an authenticator app, so that a copy of the database alone lets nobody in. */
export function seal(secret: string, { sessionSecret, personId }: Seal): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(sessionSecret), nonce).setAAD(owner(personId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; null when the server's secret is another one now, or when the text was tampered with. */
export function unseal(text: string, { sessionSecret, personId }: Seal): string | null {
  const bytes = Buffer.from(text.slice(VERSION.length), 'base64url');
  if (!text.startsWith(VERSION) || bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyFrom(sessionSecret), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(owner(personId))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyFrom(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'tributary: second factor', KEY_BYTES));
}

function owner(personId: number): Buffer {
  return Buffer.from(`person ${personId}`);
}
