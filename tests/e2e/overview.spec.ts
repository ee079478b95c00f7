import { describe, expect, it } from 'vitest';
import { eventually, seededSite } from '../support/site.ts';

const site = seededSite();

describe('the overview', () => {
  it('says that the data are made up, and what is unknown', async () => {
    const page = await site.open('/');
    await page.getByText('donors, pledges and amounts are fictitious').waitFor();
    const notice = page.getByRole('region', { name: /unbudgeted/ });
    await notice.getByText('unknown, not zero').waitFor();
    await notice.getByRole('link', { name: /^B5 / }).click();
    await page.getByRole('heading', { level: 1, name: /^B5 / }).waitFor();
  });

  it('draws three charts with a bar for each row, and a bar leads where its row leads', async () => {
    const page = await site.open('/');
    const figures = page.getByRole('figure');
    await eventually(() => figures.locator('svg.recharts-surface').count()).toBe(3);
    const byTheme = page.getByRole('figure', { name: 'By theme' });
    const labels = byTheme.locator('.bar-link text');
    await eventually(() => labels.count()).toBe(4);
    await byTheme.locator('.recharts-bar-rectangle a').first().click();
    await page.getByRole('heading', { level: 1, name: 'A Harmonization' }).waitFor();
  });

  it('does not move when the drawings come in', async () => {
    const page = await site.open('/');
    await eventually(() => page.locator('svg.recharts-surface').count()).toBe(3);
    const shift = await page.evaluate(async () => {
      let sum = 0;
      const add = (entries: PerformanceEntryList) => {
        for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
      };
      const observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      // What was buffered is handed over before the next frames are.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      add(observer.takeRecords());
      return sum;
    });
    expect(shift).toBeLessThan(0.01);
  });

  it('names what needs attention and leads to where it can be seen', async () => {
    const page = await site.open('/');
    const signals = page.getByRole('navigation', { name: 'Needs attention' });
    for (const name of [/overdue instalment/, /stale prospect/, /stranded pledge/, /surplus/]) {
      await signals.getByRole('link', { name }).waitFor();
    }
    await signals.getByRole('link', { name: /overdue/ }).click();
    const overdue = page.locator('#overdue li').first();
    const pledge = (await overdue.locator('.reference').textContent()) ?? '';
    await overdue.getByRole('link').first().click();
    await page
      .getByRole('row', { name: pledge })
      .getByText(/Overdue since/)
      .first()
      .waitFor();
  });

  it('leads from a row by year to the activities of that year', async () => {
    const page = await site.open('/');
    await page
      .getByRole('group', { name: 'By year' })
      .getByRole('link', { name: '2013', exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: '2013' }).waitFor();
    await page
      .getByRole('figure', { name: 'Activities in 2013' })
      .getByRole('link', { name: /^B8 / })
      .waitFor();
  });
});
