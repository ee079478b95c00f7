import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, minorOf, seededSite } from '../support/site.ts';

const site = seededSite();

const codesOf = async (page: Page) =>
  (await page.locator('table.activities tbody .code').allTextContents()).map((text) => text.trim());

describe('the list of activities', () => {
  it('shows all 31 activities of the programme in natural order', async () => {
    const page = await site.open('/activities');
    const codes = await codesOf(page);
    expect(codes).toHaveLength(31);
    expect(codes.slice(5, 15)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10']);
  });

  it('finds by words as they are typed, in the URL', async () => {
    const page = await site.open('/activities');
    await page.getByRole('searchbox').pressSequentially('saiga');
    await page.waitForURL(/q=saiga/);
    await eventually(() => codesOf(page)).toEqual(['B10', 'B11', 'B12']);
    expect(await page.getByRole('searchbox').inputValue()).toBe('saiga');
  });

  it('narrows by theme, species programme, funding, status and priority together', async () => {
    const page = await site.open('/activities');
    await page.getByLabel('Theme').selectOption('B');
    await page.waitForURL(/theme=B/);
    await page.getByLabel('Funding').selectOption('external');
    await page.waitForURL(/funding=external/);
    await eventually(() => codesOf(page)).toEqual(['B5', 'B8', 'B10', 'B13']);
    await page.getByLabel('Species programme').selectOption('sharks');
    await page.waitForURL(/species=sharks/);
    await eventually(() => codesOf(page)).toEqual(['B8']);
    await page.getByText('1 of 31 activities').waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await eventually(async () => (await codesOf(page)).length).toBe(31);
    expect(await page.getByLabel('Theme').inputValue()).toBe('');
  });

  it('orders by a column, the largest first, and turns round at a second click', async () => {
    const page = await site.open('/activities');
    const gaps = async () => {
      const texts = await page.locator('table.activities td.is-gap .figure').allTextContents();
      return texts.map(minorOf);
    };
    await page.getByRole('link', { name: 'Gap', exact: true }).click();
    await page.waitForURL(/sort=-gap/);
    const inOrder = [...(await gaps())].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    await eventually(gaps).toEqual(inOrder);
    await page.getByRole('link', { name: 'Gap', exact: true }).click();
    await page.waitForURL(/sort=gap/);
    await eventually(gaps).toEqual([...inOrder].reverse());
    await page
      .getByRole('columnheader', { name: 'Gap', exact: true })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor();
  });

  it('offers a way out where nothing fits', async () => {
    const page = await site.open('/activities?q=unicorn');
    await page.getByText('No activity fits all of this.').waitFor();
    await page.getByRole('link', { name: 'show all 31' }).click();
    await eventually(async () => (await codesOf(page)).length).toBe(31);
  });
});

describe('the page of an activity', () => {
  it('shows the items of B1, of which only the last is externally funded', async () => {
    const page = await site.open('/activities/B1');
    const items = page.getByRole('region', { name: 'Items' }).getByRole('listitem');
    expect(await items.count()).toBe(4);
    const funding = await items.locator('.badge').allTextContents();
    expect(funding).toEqual(['Core budget', 'Core budget', 'Core budget', 'External funding']);
  });

  it('shows the timeframe as printed and as understood', async () => {
    const page = await site.open('/activities/B5');
    await page.getByText('understood as depends on a decision').waitFor();
    await page.goto(`${site.url()}/activities/B10`);
    await page.getByText('2014/2015').first().waitFor();
    await page.getByText('understood as 2014').waitFor();
  });

  it('says that the requirement of B5 is unknown, and draws no bar for it', async () => {
    const page = await site.open('/activities/B5');
    await page.getByText('what it needs is unknown, not zero').waitFor();
    expect(await page.locator('.coverage-bar').count()).toBe(0);
  });

  it('adds lines and support cost up to what donors are asked for', async () => {
    const page = await site.open('/activities/B10');
    const budget = page.getByRole('group', { name: 'Approved budget by line and year' });
    const last = async (name: string | RegExp) =>
      minorOf((await budget.getByRole('row', { name }).getByRole('cell').last().textContent()) ?? '');
    const lines = await budget.locator('tbody tr:not(.group) td:last-child').allTextContents();
    const direct = await last('Direct cost');
    expect(lines.map(minorOf).reduce((sum, amount) => sum + amount, 0n)).toBe(direct);
    expect(direct + (await last(/^Programme support cost/))).toBe(await last('To be given by donors'));
    const requirement = page.getByRole('region', { name: 'Headline figures' }).getByRole('link').first();
    expect(minorOf((await requirement.textContent()) ?? '')).toBe(await last('To be given by donors'));
  });

  it('splits the coverage by year, and the years add up', async () => {
    const page = await site.open('/activities/B1');
    const rows = page.getByRole('group', { name: 'Coverage by year' }).locator('tbody tr, tfoot tr');
    const gaps = (await rows.locator('td.is-gap').allTextContents()).map(minorOf);
    expect(gaps.slice(0, -1).reduce((sum, gap) => sum + gap, 0n)).toBe(gaps.at(-1));
  });
});
