import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The folder of the project under test. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export type Environment = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** A new empty folder until the end of the tests of a file; its name has a space, as people's folders do. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tributary test '));
  folders.push(folder);
  return folder;
}

/** The environment that a person's shell has, without what the test runner has put there. */
export function shellEnvironment(extra: Environment = {}): Record<string, string | undefined> {
  const own =
    /^(VITEST|NODE_ENV|DATABASE_URL|PORT|HOST|SESSION_SECRET|PUBLIC_URL|OIDC_|INIT_CWD|npm_|DEV$|PROD$|SSR$|MODE$|TEST$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !own.test(name));
  // npm asks the network for its own updates now and then.
  return { ...Object.fromEntries(inherited), npm_config_update_notifier: 'false', ...extra };
}

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Environment;
  readonly input?: string;
  /** Leaves its input open, for what a test writes later. */
  readonly keepsInput?: boolean;
  readonly uid?: number;
};

/** Starts a program the way a person would, with everything it says kept as text. */
export function startProgram(
  command: readonly string[],
  { cwd = PROJECT, env, input, keepsInput = false, uid }: RunOptions = {},
) {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env: shellEnvironment(env) as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  child.stdin.on('error', () => undefined);
  if (!keepsInput) child.stdin.end(input ?? '');
  const ended: Promise<Ended> = once(child, 'close').then(([status]) => ({ status, ...said }));
  return { child: child as ChildProcess, said, ended };
}

export type Program = ReturnType<typeof startProgram>;

/** Waits until a program has said so many lines, or has ended. */
export async function heardLines({ child, said, ended }: Program, count: number): Promise<void> {
  while (said.stdout.split('\n').length - 1 < count && child.exitCode === null) {
    await Promise.race([once(child.stdout ?? child, 'data'), ended]);
  }
}

/** Runs a program to its end. */
export function runProgram(command: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startProgram(command, options).ended;
}

/** Runs `npm run portfolio -- …` without npm's own banner. */
export function portfolio(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['npm', 'run', '--silent', 'portfolio', '--', ...words], options);
}
