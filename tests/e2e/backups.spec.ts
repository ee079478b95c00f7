import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { portfolio, temporaryFolder } from '../support/project.ts';
import { seededSite } from '../support/site.ts';

const site = seededSite();

describe('the page of backups', () => {
  it('hands out a backup that goes into an empty database and is the same there', async () => {
    const page = await site.open('/backups', { as: 'administrator' });
    await page.getByText('no backup is made by itself').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download a backup now' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^tributary-\d{4}-\d\d-\d\d\.backup$/);
    const folder = temporaryFolder();
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const env = { DATABASE_URL: `file:${join(folder, 'restored.db')}` };
    const { status, stdout, stderr } = await portfolio(['restore', file], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^restored: \d+ rows of 27 tables, as they were at 20/);
    const original = await openDatabase(site.databaseUrl());
    const restored = await openDatabase(env.DATABASE_URL);
    expect(await listPortfolio(restored)).toEqual(await listPortfolio(original));
    expect(await restored.client.person.findMany()).toEqual(await original.client.person.findMany());
    expect(await restored.client.session.count()).toBe(0);
    expect(await original.client.session.count()).toBeGreaterThan(0);
    await Promise.all([original.close(), restored.close()]);
  });

  it('is for administrators, and so is the download', async () => {
    const path = '/backups';
    const page = await site.open(path, { as: 'manager' });
    await page.getByRole('heading', { level: 1, name: 'This is refused' }).waitFor();
    const asked = await page.request.post(`${site.url()}/backups/download`, {
      headers: { origin: site.url() },
    });
    expect(asked.status()).toBe(403);
  });
});
