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
/** Back to the start of the line, and empty it. */
const REDRAW = '\r\u001b[K';

/** Shows how far a long work is, on a line of a terminal that is drawn over; a log file gets nothing. */
export function startProgress({ stderr }: Terminal) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (text: string) => {
    if (stderr.isTTY) stderr.write(`${REDRAW}${text}`);
  };
  return {
    /** Names a step of which nobody knows how far it is. */
    step: draw,
    count(what: string, doneCount: number, totalCount: number): void {
      const now = performance.now();
      if (now - drawnAt < DRAWN_EVERY_MS) return;
      drawnAt = now;
      const percent = totalCount === 0 ? 100 : Math.floor((doneCount * 100) / totalCount);
      draw(`${what}: ${doneCount} of ${totalCount} (${percent} %)`);
    },
    end: () => draw(''),
  };
}
