import {
  createReadStream,
  createWriteStream,
  fstatSync,
  open,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { CommandError } from './command.ts';
import type { Terminal } from './terminal.ts';

/** What stands for standard input or output. */
const STREAM = '-';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EROFS: 'it is on a disk that cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space of this user is used up',
  EFBIG: 'the file would be larger than it may be here',
};

/** Reads a file whole, up to a number of bytes and one more, which tells that it is longer. */
export async function readSource(
  name: string,
  longestBytes: number,
  terminal: Terminal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const source =
      name === STREAM ? terminal.stdin : await openSource(resolve(terminal.folder, name), longestBytes);
    for await (const chunk of addAbortSignal(terminal.signal, source)) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > longestBytes) break;
    }
  } catch (error) {
    throw unusable('read', name, error);
  }
  return Buffer.concat(chunks);
}

async function openSource(file: string, longestBytes: number): Promise<Readable> {
  const fd = await promisify(open)(file, 'r');
  // A read of a file that waits for a pipe's writer cannot be given up, and the process does not end before it does.
  if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream(file, { fd, end: longestBytes });
}

/** Writes a file in pieces; an existing one is replaced when the new one is complete, and not before. */
export async function writeTarget(name: string, chunks: Iterable<string>, terminal: Terminal): Promise<void> {
  if (name === STREAM) {
    await pipeline(Readable.from(chunks), terminal.stdout, { signal: terminal.signal, end: false });
    return;
  }
  try {
    await writeFile(resolve(terminal.folder, name), chunks, terminal.signal);
  } catch (error) {
    throw unusable('written', name, error);
  }
}

async function writeFile(file: string, chunks: Iterable<string>, signal: AbortSignal): Promise<void> {
  const existing = statSync(file, { throwIfNoEntry: false });
  if (existing?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  // A device or a pipe is written to; only a file can be replaced.
  if (existing && !existing.isFile())
    return pipeline(Readable.from(chunks), createWriteStream(file), { signal });
  const target = existing ? realpathSync(file) : file;
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    await pipeline(Readable.from(chunks), createWriteStream(draft, { flush: true }), { signal });
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

function unusable(deed: 'read' | 'written', name: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  const file = name === STREAM ? 'standard input' : name;
  return new CommandError(`${file} cannot be ${deed}: ${REASONS[code ?? ''] ?? message}`);
}
