import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, seededSite } from '../support/site.ts';

const site = seededSite();

const PAGES = [
  '/',
  '/activities?q=saiga',
  '/activities/B10',
  '/attention',
  '/themes',
  '/themes/B',
  '/species',
  '/species/sturgeons',
  '/years/2013',
  '/programmes',
  '/programmes/JWP-2012-2014',
  '/breakdown?figure=received&by=activity&key=B10',
  '/no-such-page',
];

declare global {
  interface Window {
    refused: string[];
  }
}

/** A window that keeps what its page's policy refuses. */
async function openWatched(path: string): Promise<Page> {
  const page = await (await site.open('/no-such-page')).context().newPage();
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.refused.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(site.url() + path, { waitUntil: 'load' });
  return page;
}

const refused = (page: Page) => page.evaluate(() => window.refused);

describe('the policy of every page', () => {
  it.each(PAGES)('%s does nothing that it refuses, with its charts and a breakdown', async (path) => {
    const page = await openWatched(path);
    const figure = page.getByRole('main').locator('a.figure').first();
    await eventually(() => page.locator('.chart-drawing:not(:has(svg.recharts-surface))').count()).toBe(0);
    if (!path.startsWith('/breakdown') && (await figure.count()) > 0) {
      await figure.click();
      await page.getByRole('dialog').getByRole('table').first().waitFor();
    }
    expect(await refused(page)).toEqual([]);
  });

  it('lets a chart have the height of its rows', async () => {
    const page = await openWatched('/');
    const drawing = page.locator('.chart-drawing').first();
    const rowCount = await drawing.evaluate((element) =>
      getComputedStyle(element).getPropertyValue('--rows'),
    );
    expect(Number(rowCount)).toBeGreaterThan(0);
  });

  it.each<[string, () => void]>([
    [
      'script-src-elem inline',
      () => {
        document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      },
    ],
    [
      'script-src-attr inline',
      () => {
        document.body.insertAdjacentHTML('beforeend', '<b onclick="1">now</b>');
      },
    ],
    [
      'style-src-elem inline',
      () => {
        document.body.append(Object.assign(document.createElement('style'), { textContent: 'b {}' }));
      },
    ],
    ['connect-src', () => void fetch('https://elsewhere.example/').catch(() => undefined)],
  ])('refuses what does not come from the product (%s)', async (expected, act) => {
    const page = await openWatched('/species');
    await page.evaluate(act);
    await eventually(async () => (await refused(page)).join()).toContain(expected);
  });
});
