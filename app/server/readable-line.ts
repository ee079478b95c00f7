import type { DescribedError } from './described-error.ts';

type Line = {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly err?: DescribedError;
};

/** A line of the log as a person reads it: `19:02:11 info GET /activities/:code 200 12.3 ms (7f3a9c12d4e8)`. */
export function readableLine(json: string): string {
  const { level, time, msg, requestId, method, route, status, ms, err }: Line = JSON.parse(json);
  const what = status === undefined ? [msg, route] : [method, route, status, `${ms} ms`];
  const who = requestId === undefined ? [] : [`(${requestId})`];
  const line = [time.slice(11, 19), level, ...what, ...who].filter((part) => part !== undefined).join(' ');
  return `${[line, ...(err ? explain(err) : [])].join('\n')}\n`;
}

function explain({ type, message, at, cause }: DescribedError): string[] {
  const own = [`  ${type}: ${message}`, ...(at ?? []).map((frame) => `    ${frame}`)];
  return cause ? [...own, '  because of', ...explain(cause)] : own;
}
