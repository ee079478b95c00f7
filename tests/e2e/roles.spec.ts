import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/role.ts';
import { dataAddress } from '../support/crawl.ts';
import { eventually, seededSite } from '../support/site.ts';
import { demonstration } from '../unit/seeds/demonstration-portfolio.ts';

const site = seededSite();
const PLACES = ['/', '/activities', '/activities/B8', '/activities/B13', '/species/sharks', '/years/2013'];

const isSigned = ({ committedOn }: { committedOn: string | null }) => committedOn !== null;
const signers = new Set(demonstration.pledges.filter(isSigned).map(({ donor }) => donor));
/** What the seeds have that viewers must not come across: codes, donors without an agreement. */
const CONFIDENTIAL = [
  ...demonstration.prospects.map(({ code }) => code),
  ...demonstration.pledges.filter((pledge) => !isSigned(pledge)).map(({ code }) => code),
  ...demonstration.donors.filter(({ code }) => !signers.has(code)).flatMap(({ code, name }) => [code, name]),
];

/** The page as the server sends it, the data that the browser fetches for it, and what the browser makes of it. */
async function allTextsOf(page: Page, path: string): Promise<string[]> {
  const texts = [await page.content()];
  for (const address of [path, dataAddress(path)]) {
    const response = await page.request.get(site.url() + address);
    expect(response.status(), address).toBe(200);
    texts.push(await response.text());
  }
  return texts;
}

describe('what a role sees', () => {
  it('has something confidential in the seeds to look for', () => {
    expect(CONFIDENTIAL).toContain('PR-2013-06');
    expect(CONFIDENTIAL).toContain('PL-2013-04');
    expect(CONFIDENTIAL).toContain('Imaginary Airways plc (fictitious)');
  });

  it.each(PLACES)(
    'keeps prospects, announced pledges and who may give them from a viewer at %s',
    async (path) => {
      const page = await site.open(path, { as: 'viewer' });
      for (const text of await allTextsOf(page, path)) {
        for (const secret of CONFIDENTIAL) expect(text).not.toContain(secret);
      }
      const main = page.getByRole('main');
      expect(
        await main.getByText(/pledged|pledges hold|pipeline|prospect|surplus/i).allTextContents(),
      ).toEqual([]);
    },
  );

  it.each(['officer', 'manager'] as const)('shows all of that to the %s', async (role: Role) => {
    const page = await site.open('/activities/B13', { as: role });
    await page.getByRole('heading', { name: 'Prospects' }).waitFor();
    await page.getByRole('row', { name: /PR-2013-06/ }).waitFor();
    await page.goto(`${site.url()}/`);
    await page.getByRole('navigation', { name: 'Needs attention' }).waitFor();
    await page.getByRole('columnheader', { name: 'Weighted pipeline' }).first().waitFor();
  });

  it('draws what is covered and what is missing for a viewer, and names no other layer', async () => {
    const page = await site.open('/', { as: 'viewer' });
    const byTheme = page.getByRole('figure', { name: 'By theme' });
    await eventually(() => byTheme.locator('svg.recharts-surface').count()).toBe(1);
    expect(await byTheme.locator('.legend li').allTextContents()).toEqual([
      'Received',
      'Committed',
      'Funding gap',
    ]);
    expect(await byTheme.getByRole('columnheader').allTextContents()).toEqual([
      ...['Theme', 'Requirement', 'Received', 'Committed', 'Gap'],
    ]);
  });

  it('tells a viewer what a public figure is made of, and who has signed', async () => {
    const page = await site.open('/activities/B8', { as: 'viewer' });
    const pledges = page.getByRole('group', { name: 'Pledges' });
    await pledges.getByText('Ministry of Nature').first().waitFor();
    await page.getByRole('region', { name: 'Headline figures' }).getByRole('link').nth(1).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/PL-2012-06, received/)
      .first()
      .waitFor();
    const text = await dialog.textContent();
    for (const secret of CONFIDENTIAL) expect(text).not.toContain(secret);
  });

  it('says in words that a breakdown or a page is not for a viewer', async () => {
    const path = '/breakdown?figure=weightedPipeline&by=total';
    const page = await site.open(path, { as: 'viewer' });
    await page.getByText('which your role does not see').waitFor();
    const other = await site.open('/attention', { as: 'viewer' });
    await other.getByText(/for officers and above/).waitFor();
  });
});
