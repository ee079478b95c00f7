import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { invite, join, nextCode, PASSWORD, secretOn, setUpApp, signIn } from '../support/newcomer.ts';
import { DESKTOP, eventually, PHONE, seededSite } from '../support/site.ts';

const site = seededSite();

const WINDOWS = [
  ['on a desktop in light colours', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone in dark colours', { viewport: PHONE, colorScheme: 'dark' }],
] as const;

const SIGN_IN = { level: 1, name: 'Sign in' } as const;
const OVERVIEW = { level: 1, name: 'Funding gap' } as const;

async function elsewhere(email: string): Promise<Page> {
  const page = await site.open('/sign-in', { as: 'nobody' });
  await signIn(page, email);
  await page.getByRole('heading', OVERVIEW).waitFor();
  return page;
}

describe('the own account', () => {
  it('changes the password, which signs the other browsers out and this one not', async () => {
    const page = await join(site, { name: 'Eva Strand', email: 'eva@example.org' });
    const other = await elsewhere('eva@example.org');
    await page.goto(`${site.url()}/account`);
    await page.getByLabel('Your password now').fill(PASSWORD);
    await page.getByLabel('New password').fill('a river takes its time');
    await page.getByLabel('The same password again').fill('a river takes its time');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed').waitFor();
    await other.reload();
    await other.getByRole('heading', SIGN_IN).waitFor();
    await signIn(other, 'eva@example.org', 'a river takes its time');
    await other.getByRole('heading', OVERVIEW).waitFor();
  });

  it('knows where somebody is signed in, and ends one session or all', async () => {
    const page = await join(site, { name: 'Lea Strand', email: 'lea@example.org' });
    const [second, third] = [await elsewhere('lea@example.org'), await elsewhere('lea@example.org')];
    await page.goto(`${site.url()}/account`);
    await page.getByText('This browser').waitFor();
    const others = page.getByRole('button', { name: /^Sign out: / });
    expect(await others.count()).toBe(2);
    await others.last().click();
    await eventually(() => others.count()).toBe(1);
    await second.reload();
    await second.getByRole('heading', SIGN_IN).waitFor();
    await third.reload();
    await third.getByRole('heading', OVERVIEW).waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
    await page.getByRole('heading', SIGN_IN).waitFor();
    await third.reload();
    await third.getByRole('heading', SIGN_IN).waitFor();
  });

  it('makes new recovery codes and turns the second factor off, for a code each', async () => {
    const page = await join(site, { name: 'Mia Strand', email: 'mia@example.org' });
    const { app, codes } = await setUpApp(page, site);
    await page.goto(`${site.url()}/account/second-factor`);
    const renew = page.getByRole('region', { name: 'Recovery codes' });
    await renew.getByLabel('Code').fill(nextCode(app));
    await renew.getByRole('button', { name: 'Make ten new recovery codes' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const fresh = await page.locator('.code-list code').allTextContents();
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    await page.goto(`${site.url()}/account/second-factor`);
    const off = page.getByRole('region', { name: 'Turn it off' });
    await off.getByLabel('Your password').fill(PASSWORD);
    await off.getByLabel('Code').fill(fresh[0] ?? '');
    await off.getByRole('button', { name: 'Turn the second factor off' }).click();
    await page.getByRole('button', { name: 'Set up a second factor' }).waitFor();
  });

  it('is nothing that the people of the demonstration have', async () => {
    const page = await site.open('/account', { as: 'officer' });
    await page.getByText('People of the demonstration have no password').waitFor();
  });
});

describe.each(WINDOWS)('%s', (where, window) => {
  const look = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  };

  it('pages about people can be used by everybody and never scroll sideways', async () => {
    const email = `with.a.rather.long.address.${where.length}@secretariat.example.org`;
    const path = await invite(site, { name: 'Maximiliane von Hohenlohe', email }, window);
    await look(await site.open(path, { ...window, as: 'nobody' }));
    await look(await site.open('/accept/no-such-link', { ...window, as: 'nobody' }));
    const page = await site.open('/people/invite', {
      ...window,
      as: 'administrator',
      refusedAt: ['/people/invite'],
    });
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    await page.getByText('Choose a role').waitFor();
    await look(page);
    await page.goto(`${site.url()}/people`);
    await look(page);
    await page.getByRole('link', { name: 'Maximiliane von Hohenlohe' }).first().click();
    await page.getByText('Disable Maximiliane von Hohenlohe…').click();
    await look(page);
    await page.getByRole('button', { name: 'Make a new invitation' }).click();
    await page.getByRole('button', { name: 'Copy the link' }).waitFor();
    await look(page);
  });

  it('pages about the own account can be used by everybody and never scroll sideways', async () => {
    const email = `rut.${where.length}@example.org`;
    const path = await invite(site, { name: 'Rut Ek', email });
    const page = await site.open(path, { ...window, as: 'nobody' });
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('The same password again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('heading', OVERVIEW).waitFor();
    await page.goto(`${site.url()}/account`);
    await look(page);
    await page.goto(`${site.url()}/account/second-factor`);
    await look(page);
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await page.getByRole('img', { name: 'The secret, for a camera' }).waitFor();
    await look(page);
    await page.goto(`${site.url()}/account/second-factor`);
    const secret = await secretOn(page);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await page.getByRole('button', { name: 'Start again with another secret' }).click();
    await eventually(() => secretOn(page)).not.toBe(secret);
  });

  it('the second step of signing in can be used by everybody and never scrolls sideways', async () => {
    const email = `siv.${where.length}@example.org`;
    const first = await join(site, { name: 'Siv Ek', email });
    await setUpApp(first, site);
    await look(first);
    const page = await site.open('/sign-in', { ...window, as: 'nobody' });
    await signIn(page, email);
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
    await look(page);
    await first.goto(`${site.url()}/account/second-factor`);
    await look(first);
  });
});
