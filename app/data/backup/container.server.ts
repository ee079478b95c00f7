import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { BackupError, reasonFor } from './backup-error.server.ts';

/**
 * The file around a backup: a line that says what it is, lines of text compressed with gzip, and a last line with the
 * SHA-256 of everything before it. The first and the last line are plain, so that people can check a file by hand.
 */
const TITLE = 'TRIBUTARY BACKUP';
const VERSION = 1;
const HEAD = Buffer.from(`${TITLE} ${VERSION}\n`);
const TAIL_START = '\nsha256:';
const TAIL_LENGTH = TAIL_START.length + 64 + 1;

/** No line may be longer, and no text larger than so many times its packed form: memory and disk stay bounded. */
const LONGEST_LINE = 64 * 2 ** 20;
const LARGEST_EXPANSION = 250;
const ALWAYS_ALLOWED_BYTES = 64 * 2 ** 20;

/** Writes a new file that only its owner can read, down to the disk. */
export async function writeContainer(
  file: string,
  lines: AsyncIterable<string> | Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  await pipeline(
    lines,
    createGzip(),
    framed,
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
    signal ? { signal } : {},
  );
}

async function* framed(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(HEAD);
  yield HEAD;
  for await (const chunk of packed) {
    hash.update(chunk);
    yield chunk;
  }
  yield Buffer.from(`${TAIL_START}${hash.digest('hex')}\n`);
}

/** A container whose checksum is right. */
export type Container = { readonly file: string; readonly size: number };

/**
 * Looks at every byte of a file.
 *
 * @param shownAs What messages call the file.
 * @throws {BackupError} when it is no backup, a newer one, incomplete or damaged.
 */
export async function checkContainer(file: string, shownAs: string): Promise<Container> {
  try {
    const { head, tail, size } = await readEnds(file);
    requireHead(head, shownAs);
    if (size <= HEAD.length + TAIL_LENGTH || !/^\nsha256:[0-9a-f]{64}\n$/.test(tail)) {
      throw new BackupError(`${shownAs} is incomplete or damaged: its last line is not there`);
    }
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { end: size - TAIL_LENGTH - 1 })) hash.update(chunk);
    if (tail !== `${TAIL_START}${hash.digest('hex')}\n`) {
      throw new BackupError(`${shownAs} is damaged: its checksum does not match`);
    }
    return { file, size };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${shownAs} cannot be read: ${reasonFor(error)}`);
  }
}

async function readEnds(file: string): Promise<{ head: string; tail: string; size: number }> {
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!stats.isFile()) throw new Error('it is not a file');
    const { size } = stats;
    const part = async (length: number, position: number) => {
      const buffer = Buffer.alloc(Math.min(length, size));
      await handle.read(buffer, 0, buffer.length, position);
      return buffer.toString('latin1');
    };
    return {
      head: await part(HEAD.length + 8, 0),
      tail: await part(TAIL_LENGTH, Math.max(0, size - TAIL_LENGTH)),
      size,
    };
  } finally {
    await handle.close();
  }
}

function requireHead(head: string, shownAs: string): void {
  const version = new RegExp(`^${TITLE} ([1-9]\\d{0,7})\\n`).exec(head)?.[1];
  if (version === undefined) throw new BackupError(`${shownAs} is not a Tributary backup, or damaged`);
  if (Number(version) !== VERSION) {
    throw new BackupError(
      `${shownAs} was made by a newer version of Tributary (backup format ${version}); this one reads format ${VERSION}`,
    );
  }
}

/**
 * The lines inside, as they come.
 *
 * @throws {BackupError} when they cannot be unpacked, or unpack to more than any backup of ours would.
 */
export async function* readLines({ file, size }: Container, shownAs: string): AsyncGenerator<string[]> {
  const unpacked = createGunzip({ chunkSize: 256 * 1024, finishFlush: constants.Z_FINISH });
  const packed = createReadStream(file, { start: HEAD.length, end: size - TAIL_LENGTH - 1 });
  // Its failure arrives where the text is read.
  pipeline(packed, unpacked).catch(() => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pending = '';
  let unpackedBytes = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      unpackedBytes += chunk.length;
      const text = decoder.decode(chunk, { stream: true });
      const isTooMuch =
        unpackedBytes > Math.max(ALWAYS_ALLOWED_BYTES, size * LARGEST_EXPANSION) ||
        pending.length + text.length > LONGEST_LINE;
      if (isTooMuch) throw new BackupError(`${shownAs} unpacks to more than a backup holds`);
      pending += text;
      if (!text.includes('\n')) continue;
      const lines = pending.split('\n');
      pending = lines.pop() ?? '';
      yield lines;
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${shownAs} cannot be unpacked: ${reasonFor(error)}`);
  }
  if (pending !== '') throw new BackupError(`${shownAs} is no right backup: its last row is cut off`);
}
