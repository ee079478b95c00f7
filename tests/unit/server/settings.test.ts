import { describe, expect, test } from 'vitest';
import { addressOf, readListening, readPublicUrl } from '#app/server/settings.ts';

describe('readListening', () => {
  test('listens on 127.0.0.1, port 3000, unless told otherwise', () => {
    expect(readListening({})).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(readListening({ PORT: '', HOST: '' })).toEqual({ host: '127.0.0.1', port: 3000 });
  });

  test.each(['0', '80', '65535'])('takes %s as PORT', (PORT) => {
    expect(readListening({ PORT }).port).toBe(Number(PORT));
  });

  test.each(['65536', '-1', '3000.5', '3e3', 'http', ' 3000', '0x50'])('refuses "%s" as PORT', (PORT) => {
    expect(() => readListening({ PORT })).toThrow(
      `PORT must be a whole number from 0 to 65535, not "${PORT}"`,
    );
  });

  test.each(['0.0.0.0', '::1', 'localhost', 'tributary.example.org'])('takes %s as HOST', (HOST) => {
    expect(readListening({ HOST }).host).toBe(HOST);
  });

  test.each(['http://localhost', 'a b', '127.0.0.1:80', '-a', '...'])('refuses "%s" as HOST', (HOST) => {
    expect(() => readListening({ HOST })).toThrow('HOST must be an IP address or a host name');
  });
});

describe('addressOf', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['0.0.0.0', 'http://localhost:3000'],
  ])('shows %s as %s', (host, address) => {
    expect(addressOf({ host, port: 3000 })).toBe(address);
  });
});

describe('readPublicUrl', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['https://tributary.example', 'https://tributary.example'],
    ['https://tributary.example/', 'https://tributary.example'],
    ['http://10.0.0.7:8080', 'http://10.0.0.7:8080'],
  ])('reads %j as %j', (text, url) => {
    expect(readPublicUrl(text)).toBe(url);
  });

  test.each([
    'tributary.example',
    'https://tributary.example/app',
    'ftp://tributary.example',
    'https://a@b.example',
  ])('refuses "%s"', (text) => {
    expect(() => readPublicUrl(text)).toThrow('PUBLIC_URL must be like https://tributary.example');
  });
});
