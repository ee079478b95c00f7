import { describe, expect, test } from 'vitest';
import { ownPath } from '#app/forms/own-path.ts';

describe('a page to go to after signing in', () => {
  test.each(['/', '/activities?q=saiga&sort=-gap', '/activities/B10#budget', '/themes/%C3%A6'])(
    'may be %s',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    null,
    '',
    'activities',
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'http:/evil.example',
    '/sign-in?next=/',
    '/sign-in/code',
    '/sign-out',
    '/sign-out.data',
    '/setup?code=x',
  ])('is the overview instead of %j', (path) => {
    expect(ownPath(path)).toBe('/');
  });

  test('keeps a user and a host out of it', () => {
    expect(new URL(ownPath('/@evil.example/'), 'https://tributary.example').host).toBe('tributary.example');
  });
});
