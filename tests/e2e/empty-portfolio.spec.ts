import { describe, it } from 'vitest';
import { siteOf } from '../support/site.ts';

const site = siteOf({ format: 'portfolio-bundle', version: 1, baseCurrency: 'EUR' });

describe('an empty portfolio', () => {
  it('says what it waits for', async () => {
    const page = await site.open('/');
    await page.getByRole('heading', { level: 1, name: 'Nothing to show yet' }).waitFor();
    await page.getByText('Import a bundle').waitFor();
  });
});
