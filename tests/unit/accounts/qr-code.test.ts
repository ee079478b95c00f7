import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrCode } from '#app/accounts/qr-code.ts';

it('draws every dark square once, with four empty ones around', () => {
  const text = 'otpauth://totp/Tributary:somebody@example.org?secret=JBSWY3DPEHPK3PXP';
  const { size, path } = qrCode(text);
  const { data } = encode(text, { ecc: 'M', border: 4 });
  expect(path.match(/M/g)).toHaveLength(data.flat().filter(Boolean).length);
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
});
