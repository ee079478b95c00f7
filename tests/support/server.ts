import { type RunOptions, startProgram } from './project.ts';

export type RunningServer = {
  readonly url: string;
  readonly pid: number;
  /** Ends it the way an operator does, and says how it went. */
  readonly stop: (
    signal?: NodeJS.Signals,
  ) => Promise<{ status: number | null; stdout: string; stderr: string }>;
};

const START = ['node', '--import', 'tsx', 'app/server/start.ts'];

/** Starts the product's server on a free port and waits until it has said its address. */
export async function startServer(
  options: RunOptions = {},
  command: readonly string[] = START,
): Promise<RunningServer> {
  const env = { PORT: '0', SESSION_SECRET: 'only for tests, and long enough for them', ...options.env };
  const { child, said, ended } = startProgram(command, { ...options, env });
  const address = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = /https?:\/\/\S+/.exec(said.stdout)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([address, ended.then(() => null)]);
  if (url === null) throw new Error(`the server ended before it served: ${said.stderr}${said.stdout}`);
  return {
    url,
    pid: child.pid as number,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
