import { describe, expect, it } from 'vitest';
import { accept, invite, join, linkOn, nextCode, PASSWORD, setUpApp, signIn } from '../support/newcomer.ts';
import { DESKTOP, eventually, PHONE, seededSite } from '../support/site.ts';

const site = seededSite();

const WINDOWS = [
  ['on a desktop', { viewport: DESKTOP }],
  ['on a phone in dark colours', { viewport: PHONE, colorScheme: 'dark' }],
] as const;

const OVER = { level: 1, name: 'This link lets nobody in' } as const;
const SIGN_IN = { level: 1, name: 'Sign in' } as const;
const OVERVIEW = { level: 1, name: 'Funding gap' } as const;

describe.each(WINDOWS)('%s', (where, window) => {
  it('somebody is invited, gets in, and from then on shows a code of an app', async () => {
    const email = `ines.${where.length}@example.org`;
    const path = await invite(site, { name: 'I. Marsh', email }, window);
    const page = await site.open(path, {
      ...window,
      as: 'nobody',
      refusedAt: ['/sign-in/code?with=recovery-code'],
    });
    await page.getByText(email).waitFor();
    await page.getByLabel('Your name').fill('Ines Marsh');
    await accept(page);
    await page.getByRole('heading', OVERVIEW).waitFor();
    await page.getByText('Ines Marsh').waitFor();

    const { app, codes } = await setUpApp(page, site);
    expect(codes).toHaveLength(10);

    const signOut = async () => {
      await page.locator('.account-menu summary').click();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.getByRole('heading', SIGN_IN).waitFor();
    };
    await signOut();
    await signIn(page, email);
    await page.getByLabel('Code').fill(nextCode(app));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', OVERVIEW).waitFor();

    await signOut();
    await signIn(page, email);
    await page.getByRole('link', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[3]?.toUpperCase() ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', OVERVIEW).waitFor();
    await page.goto(`${site.url()}/account`);
    await page.getByText('You have 9 recovery codes left.').waitFor();

    await signOut();
    await signIn(page, email);
    await page.getByRole('link', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[3] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This code is not right').waitFor();
  });
});

describe('an invitation', () => {
  it('can be looked at as often as somebody likes, and is used once', async () => {
    const path = await invite(site, { name: 'Ola Berg', email: 'ola@example.org' });
    for (let look = 0; look < 2; look++) await site.open(path, { as: 'nobody' });
    const page = await site.open(path, { as: 'nobody' });
    await accept(page);
    await page.getByRole('heading', OVERVIEW).waitFor();
    const again = await site.open(path, { as: 'nobody' });
    await again.getByRole('heading', OVER).waitFor();
    await again.getByText('This link was used already').waitFor();
  });

  it('sends what is wrong back beside its field, with the name that was typed', async () => {
    const path = await invite(site, { name: 'Una Kroll', email: 'una@example.org' });
    const page = await site.open(path, { as: 'nobody' });
    await page.getByLabel('Your name').fill('Una Maria Kroll');
    await accept(page, 'short');
    await page.getByText('Take at least 12 characters').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Una Maria Kroll');
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await accept(page);
    await page.getByText('Una Maria Kroll').waitFor();
  });

  it('is refused for an address that somebody has, with all that was typed', async () => {
    const page = await site.open('/people/invite', { as: 'administrator' });
    await page.getByLabel('Name', { exact: true }).fill('Another Ola');
    await page.getByLabel('E-mail address').fill(' OLA@Example.org ');
    await page.getByRole('radio', { name: /^Manager/ }).check();
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    await page.getByText('Somebody has this e-mail address already.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Another Ola');
    expect(await page.getByRole('radio', { name: /^Manager/ }).isChecked()).toBe(true);
  });

  it('is taken up without scripts, too', async () => {
    const withoutScripts = { javaScriptEnabled: false } as const;
    const path = await invite(site, { name: 'Nils', email: 'nils@example.org' }, withoutScripts);
    const page = await site.open(path, { ...withoutScripts, as: 'nobody' });
    await accept(page);
    await page.getByRole('heading', OVERVIEW).waitFor();
    const { app } = await setUpApp(page, site);
    await page.context().clearCookies();
    await page.goto(`${site.url()}/sign-in`);
    await signIn(page, 'nils@example.org');
    await page.getByLabel('Code').fill(nextCode(app));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', OVERVIEW).waitFor();
  });
});

describe('an administrator', () => {
  it('hands over a link to a new password, which signs out everywhere and ends the older link', async () => {
    const email = 'rolf@example.org';
    const theirs = await join(site, { name: 'Rolf Tal', email });
    const page = await site.open('/people', { as: 'administrator' });
    await page.getByRole('link', { name: 'Rolf Tal' }).click();
    const make = page.getByRole('button', { name: 'Make a link to a new password' });
    await make.click();
    const older = await linkOn(page);
    await make.click();
    await eventually(() => linkOn(page)).not.toBe(older);
    const newer = await linkOn(page);

    const late = await site.open(older, { as: 'nobody' });
    await late.getByText('A newer link was made for you').waitFor();
    const fresh = await site.open(newer, { as: 'nobody' });
    await accept(fresh, 'another five quiet words');
    await fresh.getByRole('heading', OVERVIEW).waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', SIGN_IN).waitFor();
  });

  it('removes the second factor of a lost phone', async () => {
    const email = 'pia@example.org';
    const theirs = await join(site, { name: 'Pia Holm', email });
    await setUpApp(theirs, site);
    const page = await site.open('/people', { as: 'administrator' });
    await page.getByRole('link', { name: 'Pia Holm' }).click();
    await page.getByText('Remove the second factor…').click();
    await page.getByRole('button', { name: 'Remove the second factor' }).click();
    await eventually(() => page.getByText('Remove the second factor…').count()).toBe(0);
    const entrance = await site.open('/sign-in', { as: 'nobody' });
    await signIn(entrance, email);
    await entrance.getByRole('heading', OVERVIEW).waitFor();
  });

  it('disables somebody, who is out at once and comes back when enabled', async () => {
    const email = 'dag@example.org';
    const theirs = await join(site, { name: 'Dag Frost', email });
    const page = await site.open('/people', { as: 'administrator' });
    await page.getByRole('link', { name: 'Dag Frost' }).click();
    await page.getByText('Disable Dag Frost…').click();
    await page.getByRole('button', { name: 'Disable Dag Frost' }).click();
    await page.getByText('Disabled', { exact: true }).waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', SIGN_IN).waitFor();
    const entrance = await site.open('/sign-in', { as: 'nobody', refusedAt: ['/sign-in'] });
    await signIn(entrance, email);
    await entrance.getByText('is not right').waitFor();
    await page.getByRole('button', { name: 'Enable Dag Frost' }).click();
    await page.getByText('Disable Dag Frost…').waitFor();
    await signIn(entrance, email, PASSWORD);
    await entrance.getByRole('heading', OVERVIEW).waitFor();
  });

  it('sees both versions when somebody else has changed the same person', async () => {
    await join(site, { name: 'Kim Lind', email: 'kim@example.org' });
    const first = await site.open('/people', { as: 'administrator' });
    await first.getByRole('link', { name: 'Kim Lind' }).click();
    await first.getByRole('heading', { level: 1, name: 'Kim Lind' }).waitFor();
    const second = await site.open(new URL(first.url()).pathname, { as: 'administrator' });
    await first.getByLabel('Name', { exact: true }).fill('Kim Lind Olsen');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('heading', { level: 1, name: 'Kim Lind Olsen' }).waitFor();

    await second.getByLabel('Name', { exact: true }).fill('Kimberly Lind');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByRole('heading', { name: 'Somebody else has saved a newer version' }).waitFor();
    await second.getByText('Kim Lind Olsen').first().waitFor();
    await second.getByRole('radio', { name: /Keep mine/ }).check();
    await second.getByRole('button', { name: 'Save this' }).click();
    await second.getByRole('heading', { level: 1, name: 'Kimberly Lind' }).waitFor();
  });
});
