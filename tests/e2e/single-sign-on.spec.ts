import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { addPerson } from '#app/data/people.server.ts';
import { type IdentityServer, startIdentityServer } from '../support/identity-server.ts';
import { temporaryFolder } from '../support/project.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { DESKTOP, eventually, PHONE } from '../support/site.ts';

const ADA = 'ada@secretariat.example';
const WANTED = '/species?by=theme';

let provider: IdentityServer;
let server: RunningServer;
let browser: Browser;
let complaints: string[] = [];

beforeAll(async () => {
  const databaseUrl = `file:${join(temporaryFolder(), 'tributary.db')}`;
  // A site of its own for the browser: the product is on 127.0.0.1.
  provider = await startIdentityServer({ host: 'localhost' });
  const env = { DATABASE_URL: databaseUrl, ...provider.settings, OIDC_NAME: 'Secretariat Login' };
  [server, browser] = await Promise.all([
    startServer({ env }),
    chromium.launch({
      executablePath: inject('chromiumPath'),
      args: ['--no-sandbox', '--disable-background-networking'],
    }),
  ]);
  const db = await openDatabase(databaseUrl);
  await addPerson(db, { email: ADA, name: 'Ada Okoye', role: 'manager' });
  await db.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  const seen = complaints;
  complaints = [];
  expect(seen, 'complaints of the browser').toEqual([]);
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    const isTheirs = message.location().url.startsWith(provider.issuer);
    // A page that is refused on purpose is an error of the console, too.
    if (isTheirs || message.type() !== 'error' || /status of 403/.test(message.text())) return;
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url + path, { waitUntil: 'load' });
  return page;
}

async function signInAtTheProvider(page: Page, claims: object): Promise<void> {
  await page.getByRole('link', { name: 'Sign in with Secretariat Login' }).click();
  await page.getByLabel('Subject').fill('ada');
  expect(new URL(page.url()).origin).toBe(provider.issuer);
  await page.getByLabel('Claims').fill(JSON.stringify(claims));
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe.each([true, false])('single sign-on in a browser (scripts: %s)', (javaScriptEnabled) => {
  it('leads from the page that somebody wants to the provider and back to that page', async () => {
    const page = await open(WANTED, { javaScriptEnabled });
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await signInAtTheProvider(page, { email: ADA, email_verified: true });
    await page.waitForURL(server.url + WANTED);
    await page.getByText('Ada Okoye').first().waitFor();

    const cookies = await page.context().cookies(server.url);
    expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
      { name: 'tributary-session', httpOnly: true, sameSite: 'Lax' },
    ]);
  });

  it('takes one click where the provider knows the browser already', async () => {
    const page = await open(WANTED, { javaScriptEnabled });
    await signInAtTheProvider(page, { email: ADA, email_verified: true });
    await page.waitForURL(server.url + WANTED);
    await page.context().clearCookies({ name: 'tributary-session' });
    await page.goto(server.url + WANTED);
    await page.getByRole('link', { name: 'Sign in with Secretariat Login' }).click();
    await page.waitForURL(server.url + WANTED);
  });
});

describe.each([
  ['on a desktop in light colours', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone in dark colours', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('a sign-in that was cancelled, %s', (_where, window) => {
  it('is said in words that everybody can use, with a way back', async () => {
    const page = await open(WANTED, window);
    await page.getByRole('link', { name: 'Sign in with Secretariat Login' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.getByText('The sign-in with Secretariat Login was cancelled').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the sign-in page' }).click();
    await signInAtTheProvider(page, { email: ADA, email_verified: true });
    await page.waitForURL(server.url + WANTED);
  });
});

describe('another site', () => {
  it('cannot sign anybody in with a link, only show them where to', async () => {
    const page = await open('/sign-in');
    await page.goto(`${provider.issuer}/.well-known/openid-configuration`);
    await page.evaluate((address) => {
      document.body.innerHTML = `<a href="${address}">Look here</a>`;
    }, `${server.url}/sign-in/provider?next=/themes`);
    await page.getByRole('link', { name: 'Look here' }).click();
    await page.getByRole('link', { name: 'Sign in with Secretariat Login' }).waitFor();
    expect(page.url()).toBe(`${server.url}/sign-in?next=%2Fthemes`);
  });
});

describe('the policy of the sign-in page', () => {
  it('would hold up a form on its way to the provider, which is why a link leads there', async () => {
    const page = await open('/sign-in');
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
          const form = Object.assign(document.createElement('form'), { action: '/sign-in/provider' });
          document.body.append(form);
          form.submit();
        }),
    );
    expect(await refused).toBe('form-action');
    await eventually(() => complaints.length).toBeGreaterThan(0);
    expect(complaints.every((text) => text.includes("form-action 'self'"))).toBe(true);
    complaints = [];
  });
});
