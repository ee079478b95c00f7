import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { eventually, PHONE, siteOf } from '../support/site.ts';

const site = siteOf({ format: 'portfolio-bundle', version: 1, baseCurrency: 'EUR' });

const ADMINISTRATOR = { name: 'Ida Novak', email: 'ida@secretariat.example' };
const PASSWORD = 'four rivers meet here';

describe('a portfolio without anybody', () => {
  it('leads from every page to making the administrator, who is then signed in', async () => {
    const page = await site.open('/activities', {
      as: 'nobody',
      viewport: PHONE,
      refusedAt: ['/setup', '/'],
    });
    await page.getByRole('heading', { level: 1, name: 'Make the administrator' }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
    await page.getByLabel('E-mail address').fill(ADMINISTRATOR.email);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByLabel('The same password again').fill('short');
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByText('Take at least 12 characters').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(ADMINISTRATOR.email);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('The same password again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByText(ADMINISTRATOR.name).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Nothing to show yet' }).waitFor();
  });

  it('is set up once: from then on people sign in with their password', async () => {
    const page = await site.open('/setup', { as: 'nobody', refusedAt: ['/sign-in', '/'] });
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goto(`${site.url()}/sign-in`);
    const email = page.getByLabel('E-mail address');
    await email.fill(` ${ADMINISTRATOR.email.toUpperCase()}`);
    await page.getByLabel('Password').fill('four rivers meet there');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The e-mail address or the password is not right.').waitFor();
    expect((await email.inputValue()).trim().toLowerCase()).toBe(ADMINISTRATOR.email);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(ADMINISTRATOR.name).waitFor();
    await eventually(() => new URL(page.url()).pathname).toBe('/');
  });
});
