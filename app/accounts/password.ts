import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** 128 MiB and about half a second of one core for each. */
const COST = { log2N: 17, r: 8, p: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const AT_ONCE = 2;

const SHORTEST = 12;
const LONGEST = 256;
const FEWEST_DIFFERENT = 5;

/** A password as it is kept: `scrypt$17$8$1$SALT$KEY`, with its costs, so that these can grow. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  const { log2N, r, p } = COST;
  return ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one that was kept. Without one it never is, which takes the same work. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const kept = hash === null ? null : parse(hash);
  const { cost, salt, key } = kept ?? { cost: COST, salt: NO_SALT, key: NO_KEY };
  const isSame = timingSafeEqual(await derive(password, salt, cost), key);
  return isSame && kept !== null;
}

/** Why a text cannot be somebody's password, in words for them; null if it can. */
export function passwordProblem(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): string | null {
  const characters = Array.from(password.normalize('NFKC'));
  if (characters.length < SHORTEST) {
    return `Take at least ${SHORTEST} characters: some words that belong together only for you are fine.`;
  }
  if (characters.length > LONGEST) return `Take at most ${LONGEST} characters.`;
  const lower = characters.join('').toLowerCase();
  if (new Set(lower).size < FEWEST_DIFFERENT) {
    return 'These are the same few characters over and over: take more different ones.';
  }
  const account = email.split('@', 1)[0] ?? '';
  const isPersonal = [account, name].some(
    (word) => word.trim().length >= 3 && lower.includes(word.trim().normalize('NFKC').toLowerCase()),
  );
  return isPersonal ? 'Leave your own name and e-mail address out of it: they are the first guess.' : null;
}

type Cost = typeof COST;

const NO_SALT = Buffer.alloc(SALT_BYTES);
const NO_KEY = Buffer.alloc(KEY_BYTES);

function parse(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const match = /^scrypt\$(\d{2})\$(\d{1,2})\$(\d)\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!match) throw new Error('a password hash of an unknown form');
  const [, log2N, r, p, salt = '', key = ''] = match;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

/** The same password looks different from one keyboard to another: NFKC makes them one. */
function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  const options: ScryptOptions = { N, r, p, maxmem: 2 * 128 * N * r };
  return oneOfFew(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

let runningCount = 0;
const waiting: (() => void)[] = [];

/** Runs some at a time: they take much memory. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (runningCount >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else runningCount += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else runningCount -= 1;
  }
}
