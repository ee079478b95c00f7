import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { addPerson, changePerson } from '#app/data/people.server.ts';
import { CookieJar, locationOf } from '../../support/cookie-jar.ts';
import { type IdentityServer, startIdentityServer } from '../../support/identity-server.ts';
import { logEntries } from '../../support/log.ts';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';

/** What somebody tells the provider about themselves. */
type Told = { readonly subject: string; readonly claims: Readonly<Record<string, unknown>> };

const ADA = 'ada@secretariat.example';
const verified = (email: string) => ({ email, email_verified: true });

let provider: IdentityServer;
let server: RunningServer;
let db: Database;
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = `file:${join(temporaryFolder(), 'tributary.db')}`;
  provider = await startIdentityServer();
  server = await startServer({ env: { DATABASE_URL: databaseUrl, ...provider.settings } });
  db = await openDatabase(databaseUrl);
  await addPerson(db, { email: ADA, name: 'Ada Okoye', role: 'administrator' });
});
afterAll(async () => {
  await db?.close();
  await server?.stop();
  await provider?.stop();
});

/** Starts at the product; ends at the address of the provider that the browser is sent to. */
async function begin(browser: CookieJar, next = '/species', at = server): Promise<URL> {
  return locationOf(await browser.fetch(`${at.url}/sign-in/provider?${new URLSearchParams({ next })}`));
}

/** Signs in at the provider, if it asks; ends at the address of the product that the browser is sent back to. */
async function proveAt(address: URL, browser: CookieJar, told: Told | 'cancel'): Promise<URL> {
  let leads = locationOf(await browser.fetch(address));
  while (leads.pathname !== '/sign-in/return') {
    const isForm = leads.pathname.startsWith('/interaction/');
    leads = locationOf(await browser.fetch(leads, isForm ? { method: 'POST', body: formOf(told) } : {}));
  }
  return leads;
}

function formOf(told: Told | 'cancel'): URLSearchParams {
  if (told === 'cancel') return new URLSearchParams({ cancel: 'yes' });
  return new URLSearchParams({ subject: told.subject, claims: JSON.stringify(told.claims) });
}

async function signIn(told: Told | 'cancel', browser = new CookieJar(), at = server): Promise<Response> {
  return browser.fetch(await proveAt(await begin(browser, '/species', at), browser, told));
}

const wordsOf = async (response: Response) =>
  (await response.text()).replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');

async function expectRefused(response: Response, status: number, words: RegExp): Promise<void> {
  expect(await wordsOf(response)).toMatch(words);
  expect(response.status).toBe(status);
  expect(response.headers.getSetCookie().join()).not.toContain('tributary-session=');
}

describe('a sign-in at the provider', () => {
  test('asks for no more than who it is, with a challenge that only this browser can answer', async () => {
    const browser = new CookieJar();
    const address = await begin(browser);
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'tributary',
      response_type: 'code',
      redirect_uri: `${server.url}/sign-in/return`,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(browser.names(server.url)).toEqual(['tributary-single-sign-on']);
  });

  test('lets the person in whose e-mail address the provider has verified, on to the page they wanted', async () => {
    const browser = new CookieJar();
    const response = await signIn({ subject: 'ada', claims: verified('Ada@Secretariat.example') }, browser);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/species');
    expect(browser.names(server.url)).toEqual(['tributary-session']);
    const page = await browser.fetch(`${server.url}/species`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Ada Okoye');
    const { oidcSubject } = await db.client.person.findUniqueOrThrow({ where: { email: ADA } });
    expect(oidcSubject).toBe(`${provider.issuer} ada`);
  });

  test('knows that person again by the account alone', async () => {
    const response = await signIn({ subject: 'ada', claims: verified('married@secretariat.example') });
    expect(response.headers.get('location')).toBe('/species');
  });

  test('starts a new session and ends the one before', async () => {
    const browser = new CookieJar();
    await signIn({ subject: 'ada', claims: {} }, browser);
    const before = browser.copy();
    await signIn({ subject: 'ada', claims: {} }, browser);
    const shownTo = async (jar: CookieJar) => (await jar.fetch(`${server.url}/species`)).text();
    expect(await shownTo(browser)).toContain('Ada Okoye');
    expect(await shownTo(before)).not.toContain('Ada Okoye');
  });

  test('takes what Entra ID says about an address, where nothing else is said', async () => {
    const email = 'edo@secretariat.example';
    await addPerson(db, { email, name: 'Edo Vos', role: 'viewer' });
    await expectRefused(
      await signIn({ subject: 'e', claims: { email, xms_edov: false } }),
      403,
      /was verified/,
    );
    const denied = { email, email_verified: false, xms_edov: true };
    await expectRefused(await signIn({ subject: 'e', claims: denied }), 403, /was verified/);
    expect((await signIn({ subject: 'e', claims: { email, xms_edov: true } })).status).toBe(302);
  });

  test('is not begun by another site’s page, only shown where it is', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const address = `${server.url}/sign-in/provider?next=%2Fspecies`;
    const leads = locationOf(await new CookieJar().fetch(address, { headers }));
    expect(leads.href).toBe(`${server.url}/sign-in?next=%2Fspecies`);
  });

  test('leads to no other site in the end', async () => {
    const browser = new CookieJar();
    const address = await begin(browser, '//elsewhere.example/');
    const response = await browser.fetch(await proveAt(address, browser, { subject: 'ada', claims: {} }));
    expect(response.headers.get('location')).toBe('/');
  });
});

describe('nobody is let in', () => {
  test('whose e-mail address the provider has not verified', async () => {
    for (const claims of [{ email: ADA }, { email: ADA, email_verified: false }]) {
      const response = await signIn({ subject: 'mallory', claims });
      await expectRefused(
        response,
        403,
        /Nothing from single sign-on says that your e-mail address was verified/,
      );
    }
  });

  test('of whom the provider says no e-mail address', async () => {
    await expectRefused(
      await signIn({ subject: 'mallory', claims: {} }),
      403,
      /has no e-mail address of yours/,
    );
  });

  test('who is not one of the people here', async () => {
    const before = await db.client.person.count();
    const response = await signIn({ subject: 'bo', claims: verified('bo@elsewhere.example') });
    await expectRefused(response, 403, /Ask an administrator to invite the e-mail address/);
    expect(await db.client.person.count()).toBe(before);
  });

  test('who is disabled', async () => {
    const email = 'carl@secretariat.example';
    const carl = await addPerson(db, { email, name: 'Carl Lund', role: 'officer' });
    await changePerson(db, { ...carl, isDisabled: true });
    await expectRefused(await signIn({ subject: 'carl', claims: verified(email) }), 403, /is disabled/);
  });

  test('of the demonstration', async () => {
    const email = 'made.up@secretariat.example';
    await addPerson(db, { email, name: 'Made Up', role: 'manager', isDemonstration: true });
    const response = await signIn({ subject: 'made-up', claims: verified(email) });
    await expectRefused(response, 403, /not one of the people here/);
  });

  test('whose e-mail address was somebody else’s at the provider before', async () => {
    const response = await signIn({ subject: 'another', claims: verified(ADA) });
    await expectRefused(response, 403, /as another account of single sign-on/);
  });

  test('who cancels at the provider', async () => {
    await expectRefused(await signIn('cancel'), 403, /was cancelled/);
  });
});

describe('an answer of the provider', () => {
  const told = { subject: 'ada', claims: {} };

  /** Where the browser is sent back to, changed on the way. */
  async function answered(change: (address: URL) => void, browser: CookieJar): Promise<Response> {
    const address = await proveAt(await begin(browser), browser, told);
    change(address);
    return browser.fetch(address);
  }

  test.each<[string, (address: URL) => void]>([
    ['another state', ({ searchParams }) => searchParams.set('state', 'mine')],
    ['no state', ({ searchParams }) => searchParams.delete('state')],
    ['another issuer', ({ searchParams }) => searchParams.set('iss', 'https://elsewhere.example')],
    ['no issuer', ({ searchParams }) => searchParams.delete('iss')],
    ['two codes', ({ searchParams }) => searchParams.append('code', 'mine')],
    ['no code', ({ searchParams }) => searchParams.delete('code')],
  ])('with %s is not believed', async (_what, change) => {
    await expectRefused(await answered(change, new CookieJar()), 400, /does not belong to the sign-in/);
  });

  test('with a code that the provider did not give is not believed', async () => {
    const response = await answered(
      ({ searchParams }) => searchParams.set('code', 'guessed'),
      new CookieJar(),
    );
    await expectRefused(response, 400, /took too long, was used already/);
  });

  test.each(['nonce', 'code_challenge'])('to another %s is not believed', async (parameter) => {
    const [browser, other] = [new CookieJar(), new CookieJar()];
    const address = await begin(browser);
    address.searchParams.set(parameter, (await begin(other)).searchParams.get(parameter) ?? '');
    const response = await browser.fetch(await proveAt(address, browser, told));
    await expectRefused(response, 400, /does not belong to the sign-in|was used already/);
  });

  test('is good once, and nothing is known afterwards of what it was to', async () => {
    const browser = new CookieJar();
    const address = await proveAt(await begin(browser), browser, told);
    const thief = browser.copy();
    expect((await browser.fetch(address)).status).toBe(302);
    await expectRefused(await thief.fetch(address), 400, /was used already/);
    // The browser that is signed in by it goes on.
    expect(locationOf(await browser.fetch(address)).pathname).toBe('/');
  });

  test('in another browser than it was asked for in is not believed', async () => {
    const browser = new CookieJar();
    const address = await proveAt(await begin(browser), browser, told);
    await expectRefused(await new CookieJar().fetch(address), 400, /started in another browser/);
    const other = new CookieJar();
    await begin(other);
    await expectRefused(await other.fetch(address), 400, /does not belong to the sign-in/);
  });

  test('that is an error says so, with a way back to the page that was wanted', async () => {
    const browser = new CookieJar();
    const asked = await begin(browser);
    for (const [error, status, words] of [
      ['access_denied', 403, /was cancelled/],
      ['temporarily_unavailable', 503, /no proper answer from single sign-on/],
      ['unauthorized_client', 502, /do not fit together/],
      ['<b>said</b> & done', 502, /do not fit together/],
    ] as const) {
      const address = new URL(`${server.url}/sign-in/return`);
      address.searchParams.set('state', asked.searchParams.get('state') ?? '');
      address.searchParams.set('iss', provider.issuer);
      address.searchParams.set('error', error);
      const response = await browser.copy().fetch(address);
      expect(await response.clone().text()).toContain('href="/sign-in?next=%2Fspecies"');
      await expectRefused(response, status, words);
    }
  });
});

describe('providers of other kinds', () => {
  async function withServers(
    provided: Parameters<typeof startIdentityServer>[0],
    changed: Readonly<Record<string, string>>,
    check: (other: RunningServer, itsProvider: IdentityServer) => Promise<void>,
  ): Promise<Awaited<ReturnType<RunningServer['stop']>>> {
    const itsProvider = await startIdentityServer(provided);
    const env = { DATABASE_URL: databaseUrl, ...itsProvider.settings, ...changed };
    const other = await startServer({ env });
    try {
      await check(other, itsProvider);
    } finally {
      await itsProvider.stop();
    }
    return other.stop();
  }

  test('may want the secret in a header, and say the e-mail address in the ID token', async () => {
    const email = 'gita@secretariat.example';
    await addPerson(db, { email, name: 'Gita Rao', role: 'viewer' });
    const kind = { clientAuthentication: 'client_secret_basic', emailIn: 'ID token' } as const;
    await withServers(kind, { OIDC_NAME: 'Secretariat Login' }, async (other) => {
      const page = await fetch(`${other.url}/sign-in`);
      expect(await wordsOf(page)).toMatch(/Sign in with\s+Secretariat Login/);
      const response = await signIn({ subject: 'gita', claims: verified(email) }, new CookieJar(), other);
      expect(response.headers.get('location')).toBe('/species');
    });
  });

  test('refuse a wrong secret; the person hears that it is not their fault, the log what it is', async () => {
    const { stderr } = await withServers({}, { OIDC_CLIENT_SECRET: 'a-wrong-one' }, async (other) => {
      const response = await signIn({ subject: 'ada', claims: verified(ADA) }, new CookieJar(), other);
      await expectRefused(response, 502, /settings of single sign-on and those of Tributary do not fit/);
    });
    expect(stderr).toContain('invalid_client');
    expect(stderr).not.toContain('a-wrong-one');
  });

  test('go by one name: the address of another way to the same provider is none', async () => {
    const itself = await startIdentityServer();
    const OIDC_ISSUER = itself.issuer.replace('localhost', '127.0.0.1');
    const other = await startServer({ env: { DATABASE_URL: databaseUrl, ...itself.settings, OIDC_ISSUER } });
    try {
      const response = await fetch(`${other.url}/sign-in/provider`);
      await expectRefused(response, 503, /no proper answer/);
    } finally {
      await itself.stop();
      await other.stop();
    }
  });
});

describe('a provider that does not answer', () => {
  test('keeps nobody from the product, and is asked again until it does', async () => {
    const first = await startIdentityServer();
    await first.stop();
    const other = await startServer({ env: { DATABASE_URL: databaseUrl, ...first.settings } });
    const browser = new CookieJar();
    const askedAgain = async () => {
      const again = await startIdentityServer({ port: Number(new URL(first.issuer).port) });
      try {
        const address = await begin(browser, '/species', other);
        return await proveAt(address, browser, { subject: 'ada', claims: verified(ADA) });
      } finally {
        await again.stop();
      }
    };
    try {
      expect(await wordsOf(await fetch(`${other.url}/sign-in`))).toContain('Sign in with single sign-on');
      const refused = await browser.fetch(`${other.url}/sign-in/provider?next=%2Fspecies`);
      await expectRefused(
        refused,
        503,
        /no proper answer from single sign-on. .*or sign in with your password/,
      );
      const answer = await askedAgain();
      await expectRefused(await browser.fetch(answer), 503, /no proper answer/);
    } finally {
      await other.stop();
    }
    const said = logEntries((await other.stop()).stderr).filter(
      ({ msg }) => msg === 'single sign-on refused',
    );
    expect(said.map(({ refusal }) => refusal)).toEqual(Array(2).fill('provider does not answer'));
    expect(String(said[0]?.detail)).toContain('ECONNREFUSED');
  });
});

describe('the log', () => {
  test('says why somebody was refused, and nothing that would let anybody in or say who it was', async () => {
    const other = await startServer({ env: { DATABASE_URL: databaseUrl, ...provider.settings } });
    const browser = new CookieJar();
    const asked = await begin(browser, '/species', other);
    const address = await proveAt(asked, browser, {
      subject: 'subject-of-bo',
      claims: verified('bo@elsewhere.example'),
    });
    await browser.copy().fetch(address);
    const forged = new URL(address);
    forged.searchParams.set('error', 'a-forged-error');
    forged.searchParams.set('error_description', 'a-forged-description');
    await browser.copy().fetch(forged);
    const secrets = ['state', 'nonce', 'code_challenge'].map((name) => asked.searchParams.get(name) ?? '');
    const { stderr } = await other.stop();
    const said = logEntries(stderr).filter(({ msg }) => msg === 'single sign-on refused');
    expect(said).toMatchObject([
      { level: 'warn', refusal: 'not known here' },
      { level: 'warn', refusal: 'provider refuses', detail: 'the browser brought an error without a name' },
    ]);
    const code = address.searchParams.get('code') ?? '';
    expect(code.length).toBeGreaterThan(20);
    for (const secret of [...secrets, code, 'subject-of-bo', 'bo@', 'a-forged', 'kept~by']) {
      expect(stderr).not.toContain(secret);
    }
  });
});

describe('without single sign-on', () => {
  test('there is no button and no such page', async () => {
    const other = await startServer({ env: { DATABASE_URL: databaseUrl } });
    try {
      expect(await wordsOf(await fetch(`${other.url}/sign-in`))).not.toContain('Sign in with');
      for (const path of ['/sign-in/provider', '/sign-in/return?code=a&state=b']) {
        const response = await fetch(other.url + path);
        expect(response.status).toBe(404);
        expect(await wordsOf(response)).toContain('Single sign-on is not set up here');
      }
    } finally {
      await other.stop();
    }
  });

  test('half of its settings stop the start in one line', async () => {
    const env = { DATABASE_URL: databaseUrl, OIDC_ISSUER: 'https://login.example.org' };
    await expect(startServer({ env })).rejects.toThrow(
      /: tributary: OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set, too\n$/,
    );
  });
});
