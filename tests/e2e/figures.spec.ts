import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { minorOf, seededSite } from '../support/site.ts';

const site = seededSite();

const cell = (page: Page, table: string, row: string, column: number) =>
  page.getByRole('group', { name: table }).getByRole('row', { name: row }).getByRole('cell').nth(column);

const REQUIREMENT = 0;
const RECEIVED = 1;
const COMMITTED = 2;
const GAP = 3;

async function amountsOf(cells: Locator): Promise<bigint[]> {
  return (await cells.allTextContents()).map(minorOf);
}

/** The parts of the breakdown in front, and the sum that stands below them. */
async function partsOf(breakdown: Locator | Page) {
  const table = breakdown.getByRole('table').first();
  await table.waitFor();
  const amounts = await amountsOf(table.getByRole('cell'));
  return { parts: amounts.slice(0, -1), sum: amounts.at(-1) };
}

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

describe('from the overview to what a figure is made of', () => {
  it('leads by species programme and activity down to receipts and rates, and each step adds up', async () => {
    const page = await site.open('/');
    const gapOfSaiga = minorOf(
      (await cell(page, 'By species programme', 'Saiga antelope', GAP).textContent()) ?? '',
    );
    await page
      .getByRole('group', { name: 'By species programme' })
      .getByRole('link', { name: 'Saiga antelope' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Saiga antelope' }).waitFor();
    const activities = page.getByRole('group', { name: /^Activities/ });
    expect(
      minorOf(
        (await activities.getByRole('row', { name: 'Total' }).getByRole('cell').nth(GAP).textContent()) ?? '',
      ),
    ).toBe(gapOfSaiga);

    await activities.getByRole('link', { name: /^B10 / }).click();
    await page.getByRole('heading', { level: 1, name: /^B10 / }).waitFor();
    const headline = page.getByRole('region', { name: 'Headline figures' });
    const [requirement = 0n, received = 0n, committed = 0n, gap = 0n] = await amountsOf(
      headline.getByRole('link'),
    );
    expect(requirement - received - committed).toBe(gap);

    await headline.getByRole('link').nth(RECEIVED).click();
    const dialog = page.getByRole('dialog', { name: 'Received: B10' });
    const { parts, sum } = await partsOf(dialog);
    expect(total(parts)).toBe(received);
    expect(sum).toBe(received);
    await dialog
      .getByText(/CHF ÷ [\d.]+ \(CHF rate from \d{4}-\d\d-\d\d\)/)
      .first()
      .waitFor();
  });

  it('opens one breakdown from another and goes back, without leaving the page', async () => {
    const page = await site.open('/activities/B8');
    const headline = page.getByRole('region', { name: 'Headline figures' });
    await headline.getByRole('link').nth(GAP).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Funding gap: B8' }).waitFor();
    await dialog.getByRole('link', { name: 'Requirement' }).click();
    await dialog.getByRole('heading', { name: 'Requirement: B8' }).waitFor();
    await dialog.getByText('Programme support cost, 13 %').first().waitFor();
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('heading', { name: 'Funding gap: B8' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/activities/B8');
    const focused = await page.evaluate(() => document.activeElement?.className);
    expect(focused).toBe('figure');
  });

  it('adds up for every figure of the overview', async () => {
    const page = await site.open('/');
    const figures = await page
      .locator('main a.figure')
      .evaluateAll((links) =>
        links.map((link) => ({ href: link.getAttribute('href') ?? '', shown: link.textContent ?? '' })),
      );
    expect(figures.length).toBeGreaterThan(150);
    const answered = await page.request.get(`${site.url()}/`);
    expect(answered.ok()).toBe(true);
    const reader = await site.open('/', { javaScriptEnabled: false });
    for (const { href, shown } of sample(figures, 24)) {
      await reader.goto(site.url() + href);
      if (minorOf(shown) === 0n) continue;
      const { parts, sum } = await partsOf(reader);
      expect(total(parts), href).toBe(minorOf(shown));
      expect(sum, href).toBe(minorOf(shown));
    }
  });

  it('has the same total by species programme, by theme and by year', async () => {
    const page = await site.open('/');
    const names = ['By species programme', 'By theme', 'By year'];
    for (const column of [REQUIREMENT, RECEIVED, COMMITTED, GAP]) {
      const totals = await Promise.all(
        names.map(async (name) => {
          const table = page.getByRole('group', { name });
          const rows = await table.locator('tbody tr').count();
          const shown = await Promise.all(
            Array.from({ length: rows }, (_, row) =>
              table.locator('tbody tr').nth(row).getByRole('cell').nth(column).textContent(),
            ),
          );
          const sum = minorOf(
            (await table.getByRole('row', { name: 'Total' }).getByRole('cell').nth(column).textContent()) ??
              '',
          );
          expect(total(shown.map((text) => minorOf(text ?? '')))).toBe(sum);
          return sum;
        }),
      );
      expect(new Set(totals).size).toBe(1);
    }
  });
});

/** Every n-th element, so that a test walks the whole width of a page in reasonable time. */
function sample<T>(elements: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(elements.length / count));
  return elements.filter((_, index) => index % step === 0);
}
