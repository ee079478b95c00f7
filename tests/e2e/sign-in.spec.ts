import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, eventually, PHONE, seededSite } from '../support/site.ts';

const site = seededSite();

const WINDOWS = [
  ['on a desktop', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone', { viewport: PHONE, colorScheme: 'dark' }],
  ['without scripts', { javaScriptEnabled: false }],
] as const;

const pathOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

describe.each(WINDOWS)('a person who is not signed in, %s', (_where, window) => {
  it('gets in by one click and arrives where they wanted to go', async () => {
    const page = await site.open('/activities?q=saiga', { ...window, as: 'nobody' });
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('button', { name: /^Officer/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor();
    expect(pathOf(page)).toBe('/activities?q=saiga');
    await page.getByText('Omar Haddad').waitFor();
  });

  it('gets out again, and back only by signing in', async () => {
    const page = await site.open('/', { ...window, as: 'administrator' });
    await page.getByText('Ana Duarte').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goto(`${site.url()}/species`);
    await eventually(() => pathOf(page)).toBe('/sign-in?next=%2Fspecies');
  });
});

describe('the menu of the account', () => {
  const entries = async (page: Page) => {
    await page.locator('.account-menu summary').click();
    const links = page.locator('.account-panel');
    return [...(await links.getByRole('link').allTextContents())];
  };

  it('shows an administrator what only administrators look after', async () => {
    const page = await site.open('/', { as: 'administrator' });
    expect(await entries(page)).toEqual(expect.arrayContaining(['People', 'Audit trail', 'Backups']));
  });

  it('shows a viewer nothing of it', async () => {
    const page = await site.open('/', { as: 'viewer' });
    expect(await entries(page)).toEqual([]);
  });
});

describe('a page that somebody’s role does not open', () => {
  it('says whom it is for, and as whom they are signed in', async () => {
    const page = await site.open('/backups', { as: 'viewer' });
    await page.getByRole('heading', { level: 1, name: 'This is refused' }).waitFor();
    await page
      .getByText('This page is for administrators; you are signed in as Vera Lund, viewer.')
      .waitFor();
  });
});

describe('the sign-in page', () => {
  it.each(WINDOWS.slice(0, 2))('can be used by everybody %s, its menu, too', async (_where, window) => {
    const page = await site.open('/sign-in', { ...window, as: 'nobody' });
    const complaints = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await complaints()).toEqual([]);
    expect(await beyond()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: /^Administrator/i }).click();
    await page.locator('.account-menu summary').click();
    expect(await complaints()).toEqual([]);
    expect(await beyond()).toBeLessThanOrEqual(0);
  });
});
