import { describe, expect, it } from 'vitest';
import { eventually, siteOf } from '../support/site.ts';

const budget = (programme: string, unitCost: string) => ({
  programme,
  activity: 'A1',
  version: 1,
  status: 'approved',
  approvedOn: '2012-02-01',
  rateDate: '2012-02-01',
  currency: 'USD',
  pscRate: '0',
  lines: [{ category: 'travel', description: 'Meeting', quantity: '1', unitCost, year: 2012 }],
});
const activity = (programme: string, title: string) => ({
  ...{ programme, code: 'A1', theme: 'A', title, funding: 'external', status: 'planned' },
});

const site = siteOf({
  format: 'portfolio-bundle',
  version: 1,
  baseCurrency: 'USD',
  programmes: [
    { code: 'P1', title: 'First programme', startYear: 2012, endYear: 2014 },
    { code: 'P2', title: 'Second programme', startYear: 2012, endYear: 2014 },
  ],
  themes: [
    { programme: 'P1', code: 'A', title: 'Theme of the first' },
    { programme: 'P2', code: 'A', title: 'Theme of the second' },
  ],
  activities: [activity('P1', 'Meeting of the first'), activity('P2', 'Meeting of the second')],
  budgets: [budget('P1', '100.00'), budget('P2', '250.00')],
});

const requirement = 'Headline figures';

describe('with two programmes', () => {
  it('shows the first one, and the other one when it is chosen, on every page from there', async () => {
    const page = await site.open('/');
    expect(await page.getByText('fictitious').count()).toBe(0);
    const figure = page.getByRole('region', { name: requirement }).getByRole('link').first();
    await eventually(() => figure.textContent()).toBe('USD 100.00');
    await page.getByLabel('Programme', { exact: true }).selectOption('Second programme');
    await page.waitForURL(/programme=P2/);
    await eventually(() => figure.textContent()).toBe('USD 250.00');
    await page.getByRole('link', { name: 'Activities', exact: true }).click();
    await page.getByRole('link', { name: /Meeting of the second/ }).click();
    await page.getByRole('heading', { level: 1, name: 'A1 Meeting of the second' }).waitFor();
    await figure.click();
    await page.getByRole('dialog').getByText('250.00').first().waitFor();
  });

  it('keeps the figures of a programme’s own page with it', async () => {
    const page = await site.open('/programmes');
    await page.getByRole('link', { name: 'Second programme' }).click();
    await page.waitForURL(/\/programmes\/P2\?programme=P2/);
    await page.getByRole('heading', { level: 1, name: 'Second programme' }).waitFor();
    await page.getByRole('region', { name: requirement }).getByText('250').first().waitFor();
  });
});
