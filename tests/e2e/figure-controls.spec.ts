import { describe, expect, it } from 'vitest';
import { eventually, minorOf, seededSite } from '../support/site.ts';

const site = seededSite();

describe('the controls of the figures', () => {
  it('report in another currency, keep it in the URL and hand it on with every link', async () => {
    const page = await site.open('/');
    const requirement = page.getByRole('region', { name: 'Headline figures' }).getByRole('link').first();
    await requirement.getByText('USD').waitFor();
    const inDollars = minorOf((await requirement.textContent()) ?? '');
    await page.getByLabel('Reported in').selectOption('EUR');
    await page.waitForURL(/currency=EUR/);
    await requirement.getByText('EUR').waitFor();
    expect(minorOf((await requirement.textContent()) ?? '')).toBeLessThan(inDollars);

    await page.getByRole('link', { name: 'Activities', exact: true }).click();
    await page.waitForURL(/\/activities\?currency=EUR/);
    await page.getByText('amounts in EUR').waitFor();
    await page.getByRole('link', { name: /^B8 / }).click();
    await page.waitForURL(/\/activities\/B8\?currency=EUR/);
    await page.getByRole('region', { name: 'Headline figures' }).getByText('EUR').first().waitFor();
  });

  it('show the portfolio as it was on another day', async () => {
    const page = await site.open('/');
    const headline = page.getByRole('region', { name: 'Headline figures' });
    const received = headline.getByRole('link').nth(1);
    const today = minorOf((await received.textContent()) ?? '');
    await page.getByLabel('As of').fill('2012-12-31');
    await page.waitForURL(/asOf=2012-12-31/);
    await eventually(async () => minorOf((await received.textContent()) ?? '')).toBeLessThan(today);
  });

  it('keep what else the URL says, and follow Back', async () => {
    const page = await site.open('/activities?q=meeting&sort=-gap');
    await page.getByLabel('Reported in').selectOption('CHF');
    await page.waitForURL(/currency=CHF/);
    const search = new URL(page.url()).searchParams;
    expect([search.get('q'), search.get('sort')]).toEqual(['meeting', '-gap']);
    await page.goBack();
    await eventually(() => page.getByLabel('Reported in').inputValue()).toBe('USD');
  });

  it('leave today and the base currency out of the URL', async () => {
    const page = await site.open('/?currency=EUR');
    await page.getByLabel('Reported in').selectOption('USD');
    await eventually(() => new URL(page.url()).search).toBe('');
  });
});
