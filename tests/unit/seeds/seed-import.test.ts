import { describe, expect, it } from 'vitest';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { demonstrationPortfolio, importSeed, programme } from './demonstration-portfolio.ts';
import { seedText } from './seed-file.ts';

describe('importing the seeds', () => {
  it('finds no problem in the programme, which is not demonstration data', () => {
    expect(prepareImport(seedText('joint-work-programme'), null)).toMatchObject({ ok: true });
    expect(programme.demonstration).toBe(false);
  });

  it('finds no problem in the demonstration data on top of it, and marks the whole as such', () => {
    expect(prepareImport(seedText('demonstration'), programme)).toMatchObject({ ok: true });
    expect(demonstrationPortfolio.demonstration).toBe(true);
    expect(demonstrationPortfolio.activities).toEqual(programme.activities);
  });

  it('refuses the demonstration data without the programme they refer to', () => {
    const prepared = prepareImport(seedText('demonstration'), null);
    expect(prepared.ok).toBe(false);
    expect(prepared.ok ? [] : prepared.problems).toContainEqual(
      expect.objectContaining({ path: 'pledges[0].programme' }),
    );
  });

  it('changes nothing when either is imported again', () => {
    expect(importSeed('joint-work-programme', demonstrationPortfolio).merged).toEqual(demonstrationPortfolio);
    expect(importSeed('demonstration', demonstrationPortfolio).merged).toEqual(demonstrationPortfolio);
  });

  it('has every amount with the decimals of its currency', () => {
    const amounts = seedText('demonstration').match(/"(amount|unitCost)": "[^"]*"/g) ?? [];
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts.filter((amount) => !/"\d+\.\d\d"$/.test(amount))).toEqual([]);
  });
});
