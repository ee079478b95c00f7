import { describe, expect, it } from 'vitest';
import { minorOf, seededSite } from '../support/site.ts';

const site = seededSite();
const NO_SCRIPTS = { javaScriptEnabled: false };

describe('without scripts', () => {
  it('has every number of the charts in tables, and no empty drawing', async () => {
    const page = await site.open('/', NO_SCRIPTS);
    expect(await page.getByRole('table').count()).toBe(3);
    expect(await page.locator('.chart-drawing:visible').count()).toBe(0);
  });

  it('opens a breakdown as a page of its own', async () => {
    const page = await site.open('/', NO_SCRIPTS);
    const gap = page.getByRole('region', { name: 'Headline figures' }).getByRole('link').nth(3);
    const shown = minorOf((await gap.textContent()) ?? '');
    await gap.click();
    await page.getByRole('heading', { level: 1, name: /^Funding gap: / }).waitFor();
    const sum = page.getByRole('row', { name: 'Sum' }).getByRole('cell');
    expect(minorOf((await sum.textContent()) ?? '')).toBe(shown);
  });

  it('sends date and currency with a button', async () => {
    const page = await site.open('/activities?q=saiga', NO_SCRIPTS);
    await page.getByLabel('Reported in').selectOption('EUR');
    await page.getByLabel('As of').fill('2013-12-31');
    await page.getByRole('button', { name: 'Show' }).click();
    const search = new URL(page.url()).searchParams;
    expect([search.get('currency'), search.get('asOf'), search.get('q')]).toEqual([
      'EUR',
      '2013-12-31',
      'saiga',
    ]);
    await page.getByText('amounts in EUR').waitFor();
  });

  it('finds activities with a button', async () => {
    const page = await site.open('/activities?currency=EUR', NO_SCRIPTS);
    await page.getByRole('searchbox').fill('saiga');
    await page.getByLabel('Theme').selectOption('B');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('3 of 31 activities, amounts in EUR').waitFor();
  });
});
