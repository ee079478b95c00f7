import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { DESKTOP, eventually, PHONE, seededSite } from '../support/site.ts';

const site = seededSite();

const PAGES = [
  '/',
  '/activities',
  '/activities?q=unicorn',
  '/activities/B1',
  '/activities/B5',
  '/activities/B8',
  '/activities/B15',
  '/themes',
  '/themes/B',
  '/species',
  '/species/sturgeons',
  '/species/cross-cutting',
  '/years/2013',
  '/programmes',
  '/programmes/JWP-2012-2014',
  '/breakdown?figure=received&by=activity&key=B10',
  '/no-such-page',
];

const WINDOWS = [
  ['on a desktop in light colours', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone in dark colours', { viewport: PHONE, colorScheme: 'dark' }],
] as const;

describe.each(WINDOWS)('%s', (_where, window) => {
  it.each(PAGES)('%s can be used by everybody and never scrolls sideways', async (path) => {
    const page = await site.open(path, window);
    await eventually(() => page.locator('.chart-drawing:empty').count()).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

describe('an open breakdown', () => {
  it.each(WINDOWS)('can be used by everybody %s', async (_where, window) => {
    const page = await site.open('/activities/B10', window);
    await page.getByRole('region', { name: 'Headline figures' }).getByRole('link').nth(1).click();
    await page.getByRole('dialog').getByRole('table').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('a keyboard', () => {
  it('skips to the content and opens a figure', async () => {
    const page = await site.open('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const requirement = page.getByRole('region', { name: 'Headline figures' }).getByRole('link').first();
    await requirement.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Requirement: / }).waitFor();
  });
});
