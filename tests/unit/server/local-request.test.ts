import { expect, test } from 'vitest';
import { isLoopback } from '#app/server/local-request.ts';

test.each([
  '127.0.0.1',
  '127.8.9.10',
  '::1',
  '[::1]',
  '::ffff:127.0.0.1',
  'localhost',
  'LOCALHOST',
  'app.localhost',
])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

test.each([
  ...['0.0.0.0', '::', '10.0.0.1', '192.0.2.1', '::ffff:10.0.0.1', '2001:db8::1', ''],
  ...['tributary.example', 'localhost.example', 'notlocalhost', '127.0.0.1.example'],
])('%j is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
