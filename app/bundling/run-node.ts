import { spawn } from 'node:child_process';

type Options = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Runs a program of this project to its end. What it has to say goes to stderr: stdout is for answers.
 *
 * @throws when it ends with anything but success.
 */
export function runNode(args: readonly string[], { cwd, env, signal }: Options): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', process.stderr, process.stderr],
    ...(signal && { signal }),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killedBy) => {
      if (code === 0) resolve();
      else reject(new Error(`the build ended with ${killedBy ?? `status ${code}`}`));
    });
  });
}
