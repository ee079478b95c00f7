import { describe, expect, it } from 'vitest';
import { seededSite } from '../support/site.ts';

const site = seededSite();

describe('an address that leads nowhere', () => {
  it.each([
    ['/activities/Z9', 'has no activity “Z9”'],
    ['/themes/Z', 'has no theme “Z”'],
    ['/species/unicorns', 'no species programme “unicorns”'],
    ['/years/1999', 'has nothing in “1999”'],
    ['/programmes/NONE', 'no programme “NONE”'],
    ['/no/such/page', 'no page “/no/such/page”'],
    ['/breakdown?figure=wealth', 'does not say which figure'],
    ['/breakdown?figure=surplus&by=year&key=2013', 'no such figure'],
  ])('%s names what was not found and the way back', async (path, words) => {
    const page = await site.open(path);
    await page.getByText(words).waitFor();
    expect(await page.title()).toBe('There is no such page · Tributary');
    expect((await page.request.get(site.url() + path)).status()).toBe(404);
    await page.getByRole('main').getByRole('link', { name: 'To the overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Funding gap' }).waitFor();
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['/?currency=XXX', '"XXX"'],
    ['/?asOf=2013-02-30', '2013-02-30'],
    ['/activities?programme=NONE', '"NONE"'],
  ])('%s is refused in words', async (path, words) => {
    const page = await site.open(path);
    await page.getByRole('heading', { level: 1, name: 'This cannot be shown' }).waitFor();
    await page.getByRole('main').getByText(words).waitFor();
    expect((await page.request.get(site.url() + path)).status()).toBe(400);
  });
});
