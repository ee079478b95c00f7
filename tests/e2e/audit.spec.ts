import { describe, expect, test } from 'vitest';
import { DESKTOP, eventually, PHONE, seededSite } from '../support/site.ts';

const { open, url } = seededSite();

describe('the audit trail', () => {
  test('shows what was seeded as one line that opens to its entries', async () => {
    const page = await open('/audit', { as: 'administrator' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Audit trail');
    const group = page.getByRole('link', { name: /^Saved together: \d+ added$/ });
    expect(await group.count()).toBe(1);
    await group.click();
    await eventually(() => page.getByRole('link', { name: /^Added: / }).count()).toBe(50);
    await page.getByRole('link', { name: 'Older', exact: true }).click();
    await eventually(() => page.url()).toContain('before=');
    await page.getByRole('link', { name: 'Newest', exact: true }).click();
    await eventually(() => page.url()).not.toContain('before=');
  });

  test('finds a pledge, opens it to its fields and leads to its history', async () => {
    const page = await open('/audit?kind=pledges&q=PL-', { as: 'administrator', viewport: DESKTOP });
    const entry = page.getByRole('link', { name: /^Added: Pledge / }).first();
    const name = ((await entry.textContent()) ?? '').replace('Added: Pledge ', '');
    await entry.click();
    const fields = page.getByRole('group', { name: `What became of Pledge ${name}` });
    await eventually(() => fields.getByRole('row', { name: /^Amount [\d,.]+ [A-Z]{3}$/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'All its changes' }).click();
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toContain(
      `History of pledge ${name}`,
    );
  });

  test('says so when nothing fits, and shows all again', async () => {
    const page = await open('/audit?q=no%25such%25thing', { as: 'administrator', viewport: PHONE });
    expect(await page.getByText('No change fits all of this.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Show all changes' }).click();
    await eventually(() => page.getByRole('link', { name: /^Saved together/ }).count()).toBe(1);
  });

  test('works without scripts', async () => {
    const page = await open('/audit', { as: 'administrator', javaScriptEnabled: false });
    await page.getByRole('searchbox', { name: 'Search' }).fill('sharks');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('speciesProgrammes');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: 'Added: Species programme sharks' }).click();
    expect(await page.getByRole('row', { name: /^Name / }).count()).toBe(1);
  });

  test('comes as a CSV file', async () => {
    const page = await open('/audit?kind=programmes', { as: 'administrator' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit-trail.csv');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [headings, first = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n');
    expect(headings).toBe('\uFEFFNumber,At,Who,As,What,Kind,Record,Before,After,Reason,Change');
    expect(first).toMatch(/^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,Tributary,product,added,programmes,/);
  });

  test('is for administrators only, and the history of a record for officers and those above', async () => {
    const manager = await open('/', { as: 'manager' });
    for (const path of ['/audit', '/audit.csv', '/history?kind=people&key=a@b.example']) {
      expect((await manager.request.get(url() + path)).status()).toBe(403);
    }
    await manager.context().close();
    const officer = await open('/activities/B8', { as: 'officer' });
    await officer.getByRole('link', { name: 'History' }).click();
    await eventually(() => officer.getByRole('heading', { name: 'Added' }).count()).toBe(1);
    const viewer = await open('/activities/B8', { as: 'viewer' });
    expect(await viewer.getByRole('link', { name: 'History' }).count()).toBe(0);
    await viewer.context().close();
    const address = `${url()}/history?kind=activities&key=JWP-2012-2014%2FB8`;
    const refused = await open('/', { as: 'viewer' });
    expect((await refused.request.get(address)).status()).toBe(403);
  });
});
