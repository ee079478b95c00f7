import type { Readable, Writable } from 'node:stream';

/** Where a command reads, answers and reports; stdout carries the answer and nothing else. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that file names are relative to. */
  readonly folder: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Writes the answer, and waits until whoever reads it has taken it. */
export function answer(terminal: Terminal, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    terminal.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
      // A reader such as `head` that has seen enough is no failure.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

/** Says something beside the answer, for people. */
export function note(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${line}\n`);
}

const DRAWN_EVERY_MS = 100;

/**
 * Shows how far a long work is, on a line that is drawn over on a terminal; a log file gets nothing.
 *
 * @returns Functions to say how much is done, and to take the line away.
 */
export function startProgress(terminal: Terminal, what: string) {
  const { stderr } = terminal;
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    report(doneCount: number, totalCount: number): void {
      const now = performance.now();
      if (!stderr.isTTY || now - drawnAt < DRAWN_EVERY_MS) return;
      drawnAt = now;
      const percent = totalCount === 0 ? 100 : Math.floor((doneCount * 100) / totalCount);
      stderr.write(`\r\u001b[K${what} ${doneCount} of ${totalCount} (${percent} %)`);
    },
    end(): void {
      if (stderr.isTTY && drawnAt > 0) stderr.write('\r\u001b[K');
    },
  };
}
