import type { Problem } from '#app/domain/portfolio-check-findings.ts';
import { type JsonLimits, JsonReader, JsonTextError } from './json-reader.ts';

export const JSON_LIMITS: JsonLimits = {
  depth: 64,
  values: 12_000_000,
  keysPerObject: 1_000,
  innerListLength: 50_000,
  problems: 20_000,
};

export type JsonRead = {
  /** Undefined where reading stopped before the end. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
};

/**
 * Reads JSON strictly. `JSON.parse` keeps the last of two equal keys, forgets that `2e3` was not `2000`, and has
 * no limits; this reader refuses the first two with their path and keeps to the limits.
 */
export function readJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonRead {
  const reader = new JsonReader(text, limits);
  try {
    return { value: reader.read(), problems: reader.problems };
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const message = `${lineAndColumn(text, error.offset)}: ${error.message}`;
    return { value: undefined, problems: [...reader.problems, { path: reader.path(), message }] };
  }
}

function lineAndColumn(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return `line ${line}, column ${offset - lineStart + 1}`;
}
