import { expect, test } from 'vitest';
import { readClientPatience, requestTimeouts } from '#app/server/slow-clients.ts';

test.each([
  [undefined, 60_000],
  ['', 60_000],
  ['1', 1_000],
  ['9999', 9_999_000],
])('CLIENT_PATIENCE %j is %d milliseconds', (text, patienceMs) => {
  expect(readClientPatience(text)).toBe(patienceMs);
});

test.each(['0', '-1', '1.5', '10s', '12345', 'for ever'])('CLIENT_PATIENCE cannot be %j', (text) => {
  expect(() => readClientPatience(text)).toThrow(`CLIENT_PATIENCE must be a whole number of seconds`);
});

test('a request may take longer than its head, and clients are looked at in time', () => {
  expect(requestTimeouts(60_000)).toEqual({
    headersTimeout: 60_000,
    requestTimeout: 300_000,
    connectionsCheckingInterval: 30_000,
  });
  expect(requestTimeouts(1_000)).toMatchObject({ connectionsCheckingInterval: 500 });
});
