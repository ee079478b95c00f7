import { describe, expect, test } from 'vitest';
import { readSingleSignOnSettings } from '#app/server/single-sign-on-settings.ts';
import { StartError } from '#app/server/start-error.ts';

const RIGHT = {
  OIDC_ISSUER: 'https://login.example.org/realms/team',
  OIDC_CLIENT_ID: 'tributary',
  OIDC_CLIENT_SECRET: 'kept-by-both-sides',
};

describe('the settings of single sign-on', () => {
  test('are none where nothing is set, or where all is empty', () => {
    expect(readSingleSignOnSettings({})).toBeNull();
    expect(readSingleSignOnSettings({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_NAME: '' })).toBeNull();
  });

  test('are the provider, who we are there, and what people call it', () => {
    const settings = {
      issuer: 'https://login.example.org/realms/team',
      clientId: 'tributary',
      clientSecret: 'kept-by-both-sides',
    };
    expect(readSingleSignOnSettings(RIGHT)).toEqual({ ...settings, name: 'single sign-on' });
    const named = readSingleSignOnSettings({ ...RIGHT, OIDC_NAME: 'Secretariat Login' });
    expect(named).toEqual({ ...settings, name: 'Secretariat Login' });
  });

  test.each([
    'https://login.example.org',
    'https://login.example.org/',
    'https://login.example.org:8443/tenant/v2.0',
    'http://127.0.0.1:9000',
    'http://localhost:9000/realms/team',
    'http://[::1]:9000',
  ])('take %s as an issuer, as it is', (issuer) => {
    expect(readSingleSignOnSettings({ ...RIGHT, OIDC_ISSUER: issuer })?.issuer).toBe(issuer);
  });

  test.each([
    [
      { OIDC_ISSUER: RIGHT.OIDC_ISSUER },
      'OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set, too',
    ],
    [{ ...RIGHT, OIDC_CLIENT_SECRET: '' }, 'OIDC_ISSUER is set, so OIDC_CLIENT_SECRET must be set, too'],
    [{ ...RIGHT, OIDC_ISSUER: undefined }, 'OIDC_CLIENT_ID is set, so OIDC_ISSUER must be set, too'],
    [
      { OIDC_NAME: 'Secretariat Login' },
      'OIDC_NAME is set, so OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set, too',
    ],
  ])('are refused when only some are given (%j)', (env, message) => {
    expect(() => readSingleSignOnSettings(env)).toThrow(new StartError(message));
  });

  test.each([
    ['OIDC_ISSUER', 'login.example.org', /must be an address such as/],
    ['OIDC_ISSUER', 'ftp://login.example.org', /must be an address such as/],
    ['OIDC_ISSUER', 'https://login.example.org/?tenant=1', /must be an address such as/],
    ['OIDC_ISSUER', 'https://login.example.org/#team', /must be an address such as/],
    ['OIDC_ISSUER', ' https://login.example.org', /must be an address such as/],
    ['OIDC_ISSUER', 'https://user:word@login.example.org', /must be an address such as/],
    ['OIDC_ISSUER', 'http://login.example.org', /must be an https address/],
    ['OIDC_ISSUER', 'http://127.0.0.1.example.org', /must be an https address/],
    ['OIDC_ISSUER', 'https://login.example.org/.well-known/openid-configuration', /must end before/],
    ['OIDC_CLIENT_ID', 'two words', /OIDC_CLIENT_ID must be letters/],
    ['OIDC_CLIENT_SECRET', 'pasted\n', /OIDC_CLIENT_SECRET must be letters/],
    ['OIDC_NAME', 'two\nlines', /OIDC_NAME must be at most 60/],
    ['OIDC_NAME', 'x'.repeat(61), /OIDC_NAME must be at most 60/],
  ])('are refused when %s is %j', (name, value, message) => {
    expect(() => readSingleSignOnSettings({ ...RIGHT, [name]: value })).toThrow(message);
  });

  test('never repeat a secret in their refusal', () => {
    const secret = 'a secret with spaces';
    try {
      readSingleSignOnSettings({ ...RIGHT, OIDC_CLIENT_SECRET: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });
});
