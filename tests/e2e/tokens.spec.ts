import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seededSite } from '../support/site.ts';

const site = seededSite();

function askApi(token: string): Promise<Response> {
  return fetch(`${site.url()}/api/v1/gap?by=theme`, { headers: { authorization: `Bearer ${token}` } });
}

async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make the token' }).click();
  const made = page.getByRole('region', { name: `The token “${name}” is made` });
  return (await made.locator('.secret code').textContent()) ?? '';
}

describe('the page of API tokens', () => {
  it('makes a token that works, shows it once, and revokes it for good', async () => {
    const page = await site.open('/tokens', { as: 'administrator' });
    const token = await makeToken(page, 'Dashboard');
    expect(token).toMatch(/^trib_[\w-]{43}$/);
    expect(page.url()).toBe(`${site.url()}/tokens`);
    expect((await askApi(token)).status).toBe(200);

    await page.reload();
    expect(await page.content()).not.toContain(token);
    const row = page.getByRole('row', { name: /Dashboard/ });
    await row.getByText('viewer').waitFor();
    await row.getByText('Revoke').first().click();
    await row.getByRole('button', { name: 'Revoke “Dashboard” for good' }).click();
    await page.getByText('1 expired or revoked').click();
    await page
      .getByRole('row', { name: /Dashboard/ })
      .getByText('revoked')
      .waitFor();
    expect((await askApi(token)).status).toBe(401);
  });

  it('does the same without scripts, and makes one token of a form that is sent twice', async () => {
    const page = await site.open('/tokens', { as: 'administrator', javaScriptEnabled: false });
    const token = await makeToken(page, 'Nightly report');
    expect((await askApi(token)).status).toBe(200);
    await page.goto(`${site.url()}/tokens`);
    expect(await page.content()).not.toContain(token);
    await page.getByLabel('Name').fill('Nightly report');
    await page.getByRole('button', { name: 'Make the token' }).click();
    await page.getByText('has this name already').waitFor();
  });

  it('asks for a name and for a day that is not over, and lets "never" be chosen', async () => {
    const page = await site.open('/tokens', { as: 'administrator', refusedAt: ['/tokens.data'] });
    const make = page.getByRole('button', { name: 'Make the token' });
    await page.getByLabel('Last day', { exact: true }).fill('2020-01-01');
    await make.click();
    await page.getByText('must not be empty').waitFor();
    await page.getByText('This day is over already').waitFor();
    await page.getByLabel('Name').fill('For ever');
    await page.getByLabel(/^Never/).check();
    await make.click();
    await page.getByRole('region', { name: /“For ever” is made/ }).waitFor();
    await page
      .getByRole('row', { name: /For ever/ })
      .getByText('never')
      .last()
      .waitFor();
  });
});
