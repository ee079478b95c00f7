import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Role } from '#app/domain/role.ts';
import { portfolio, temporaryFolder } from './project.ts';
import { type RunningServer, startServer } from './server.ts';
import { demonstrationCookie, personCookie, type SignedInCookie } from './signed-in.ts';

/** Windows in which every page has to work. */
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

export type OpenOptions = BrowserContextOptions & {
  /** Whose window it is: a manager's, if nothing is said. */
  readonly as?: Role | 'nobody';
  /** Addresses besides the one that is opened which the site refuses on purpose. */
  readonly refusedAt?: readonly string[];
};

export type Site = {
  /** Opens an address of the site in a window of its own; what the browser complains about fails the test. */
  readonly open: (path: string, options?: OpenOptions) => Promise<Page>;
  readonly url: () => string;
  /** Where its data is. */
  readonly databaseUrl: () => string;
};

/**
 * The product as a person finds it after its first start, with the seed programme and its demonstration data, and
 * a browser in front of it, signed in as one of the people of the demonstration. One server and browser for all tests
 * of a file.
 */
export function seededSite(): Site {
  return siteWith(
    async () => undefined,
    ({ url }, role) => demonstrationCookie(url, role),
  );
}

/** The product with what a bundle holds instead of the seeds. */
export function siteOf(bundle: object): Site {
  return siteWith(
    async (databaseUrl) => {
      const { status, stderr } = await portfolio(['import', '-'], {
        env: { DATABASE_URL: databaseUrl },
        input: JSON.stringify(bundle),
      });
      if (status !== 0) throw new Error(stderr);
    },
    ({ databaseUrl }, role) => personCookie(databaseUrl, role),
  );
}

type Place = { readonly url: string; readonly databaseUrl: string };

function siteWith(
  prepare: (databaseUrl: string) => Promise<void>,
  signIn: (place: Place, role: Role) => Promise<SignedInCookie>,
): Site {
  let server: RunningServer;
  let databaseUrl: string;
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    databaseUrl = `file:${join(folder, 'tributary.db')}`;
    await prepare(databaseUrl);
    [server, browser] = await Promise.all([
      startServer({ env: { DATABASE_URL: databaseUrl } }),
      chromium.launch({
        executablePath: inject('chromiumPath'),
        args: ['--no-sandbox', '--disable-background-networking'],
      }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = complaints;
    complaints = [];
    expect(seen, 'complaints of the browser').toEqual([]);
  });

  return {
    url: () => server.url,
    databaseUrl: () => databaseUrl,
    open: async (path, { as = 'manager', refusedAt = [], ...options } = {}) => {
      const context = await browser.newContext({ viewport: DESKTOP, ...options });
      if (as !== 'nobody') {
        const [name = '', value = ''] = (await signIn({ url: server.url, databaseUrl }, as)).split('=');
        await context.addCookies([{ name, value, url: server.url }]);
      }
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        // The browser reports a page that is refused on purpose as an error of the console, too.
        const isRefused = /status of 4(0[0349]|29)/.test(message.text());
        const { url } = message.location();
        if (isRefused && [path, ...refusedAt].some((expected) => url === server.url + expected)) return;
        complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(server.url + path, { waitUntil: 'load' });
      if (options.javaScriptEnabled !== false) await page.waitForFunction(isAwake);
      return page;
    },
  };
}

/** Whether the page's scripts have taken over what the server sent. */
function isAwake(): boolean {
  const main = document.querySelector('main');
  return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'));
}

/** Waits for what a page shows sooner or later, also on a busy machine. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 20_000 });
}

/** Reads an amount as the pages write it, `−1,234.50`, in minor units of a currency with two decimals. */
export function minorOf(text: string): bigint {
  const match = /(−?)([\d,]+)\.(\d\d)(?!\d)/.exec(text);
  if (!match) throw new Error(`"${text}" holds no amount`);
  const [, sign = '', whole = '', decimals = ''] = match;
  const minor = BigInt(whole.replaceAll(',', '') + decimals);
  return sign ? -minor : minor;
}
