import { describe, expect, test } from 'vitest';
import { describeError, withoutSecrets } from '#app/server/described-error.ts';
import { createLog, openLog } from '#app/server/log.ts';
import { readableLine } from '#app/server/readable-line.ts';

function written(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines;
}

class DriverError extends Error {
  override readonly name = 'DriverError';
  readonly code = '23505';
  readonly detail = 'Key (email)=(ada@example.org) already exists.';
}

describe('the log', () => {
  test('is a line of JSON for each entry, without the machine and the process', () => {
    const [line = ''] = written((log) => log.child({ requestId: '7f3a' }).info({ status: 200 }, 'request'));
    const { time, ...entry } = JSON.parse(line);
    expect(entry).toEqual({ level: 'info', requestId: '7f3a', status: 200, msg: 'request' });
    expect(new Date(time).toISOString()).toBe(time);
  });

  test('has an error with its source and its reason, and without the fields of a driver', () => {
    const error = new Error('the database refused', { cause: new DriverError('duplicate key') });
    const [line = ''] = written((log) => log.error({ err: error }, 'failed'));
    expect(JSON.parse(line).err).toMatchObject({
      type: 'Error',
      message: 'the database refused',
      cause: { type: 'DriverError', message: 'duplicate key', code: '23505' },
    });
    expect(JSON.parse(line).err.at[0]).toMatch(/^at .*log\.test\.ts:\d+/);
    expect(line).not.toContain('ada');
  });

  test('ends with an error that is its own reason', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/round/g)).toHaveLength(4);
  });

  test('takes what is thrown without being an error', () => {
    expect(describeError('no')).toEqual({ type: 'string', message: 'no' });
  });

  test('refuses a level that there is not', () => {
    expect(() => openLog('loud', false)).toThrow('LOG_LEVEL must be one of debug, info, warn, error, silent');
  });
});

describe('withoutSecrets', () => {
  test.each([
    ['cannot reach postgresql://tributary:p@ss@db.example/t', 'cannot reach postgresql://…@db.example/t'],
    ['the header Bearer abc.def-1 is wrong', 'the header Bearer … is wrong'],
    ['no token trib_AbC-1_2 here', 'no token trib_… here'],
    ['(email)=(ada@example.org) exists', '(email)=(…@…) exists'],
    ['at 12:30, 3 of 4', 'at 12:30, 3 of 4'],
  ])('writes "%s" as "%s"', (text, masked) => {
    expect(withoutSecrets(text)).toBe(masked);
  });
});

describe('readableLine', () => {
  test('is a request in the order in which one reads it', () => {
    const entry = { method: 'GET', route: '/activities/:code', status: 200, ms: 12.3, msg: 'request' };
    const text = JSON.stringify({
      level: 'info',
      time: '2026-01-02T03:04:05.678Z',
      requestId: '7f3a',
      ...entry,
    });
    expect(readableLine(text)).toBe('03:04:05 info GET /activities/:code 200 12.3 ms (7f3a)\n');
  });

  test('has an error with its reasons below it', () => {
    const err = {
      type: 'Error',
      message: 'no',
      at: ['at x'],
      cause: { type: 'DriverError', message: 'why' },
    };
    const text = JSON.stringify({ level: 'error', time: '2026-01-02T03:04:05.678Z', msg: 'failed', err });
    expect(readableLine(text)).toBe(
      '03:04:05 error failed\n  Error: no\n    at x\n  because of\n  DriverError: why\n',
    );
  });
});
