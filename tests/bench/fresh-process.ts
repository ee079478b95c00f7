import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STEP = fileURLToPath(new URL('./step.ts', import.meta.url));
const LONGEST_MS = 10 * 60_000;

/** A step that did not come to its end; what was wrong stands on stderr. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

/**
 * Runs one step in a fresh process, so that its first time is a first time and its memory is its own.
 *
 * @throws {StepError} when the step fails or takes longer than ten minutes; when `signal` is aborted, what it says.
 */
export function runStep<T>(words: readonly string[], signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = fork(STEP, words, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      signal,
    });
    let answer: { readonly value: T } | null = null;
    child.on('message', (value) => {
      answer = { value: value as T };
    });
    child.on('error', reject);
    child.on('close', (status, killedBy) => {
      if (status === 0 && answer) resolve(answer.value);
      else
        reject(new StepError(`${words[0]} ended without an answer (${killedBy ?? `exit status ${status}`})`));
    });
  });
}
