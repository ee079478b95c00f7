import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { OpenOptions, Site } from './site.ts';

export const PASSWORD = 'four rivers meet here';

/** Invites somebody as an administrator does, and gives the path of the link that is handed over. */
export async function invite(
  site: Site,
  { name, email, role = 'Officer' }: { name: string; email: string; role?: string },
  options: OpenOptions = {},
): Promise<string> {
  const page = await site.open('/people/invite', { ...options, as: 'administrator' });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  return linkOn(page);
}

/** The path of the link that a page shows once. */
export async function linkOn(page: Page): Promise<string> {
  const shown = page.getByRole('textbox', { name: /^The (invitation|link)/ });
  await shown.waitFor();
  return new URL(await shown.inputValue()).pathname;
}

/** Sets a password at a link, and waits until its owner is in. */
export async function accept(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('The same password again').fill(password);
  await page.getByRole('button', { name: /Accept the invitation|Set the new password/ }).click();
}

/** Somebody who was invited and has accepted, in a window of their own. */
export async function join(
  site: Site,
  person: { name: string; email: string; role?: string },
): Promise<Page> {
  const page = await site.open(await invite(site, person), { as: 'nobody' });
  await accept(page);
  await page.getByRole('heading', { level: 1, name: 'Funding gap' }).waitFor();
  return page;
}

/** Fills in the sign-in page. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The secret that a page shows, to be typed into an app. */
export async function secretOn(page: Page): Promise<string> {
  return ((await page.locator('.secret code').textContent()) ?? '').replaceAll(' ', '');
}

/** Sets an authenticator app up; gives the app and the recovery codes. */
export async function setUpApp(page: Page, site: Site): Promise<{ app: TOTP; codes: readonly string[] }> {
  await page.goto(`${site.url()}/account/second-factor`);
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  const app = new TOTP({ secret: await secretOn(page) });
  await page.getByLabel('Code').fill(app.generate());
  await page.getByRole('button', { name: 'Turn the second factor on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  return { app, codes: await page.locator('.code-list code').allTextContents() };
}

/** The code that the app shows in half a minute: good already, and not used yet when the one of now was. */
export function nextCode(app: TOTP): string {
  return app.generate({ timestamp: Date.now() + 30_000 });
}
