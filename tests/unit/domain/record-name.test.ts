import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PORTFOLIO_LISTS } from '#app/domain/portfolio-merge.ts';
import { keyName, nameKey, recordName } from '#app/domain/record-name.ts';
import { makeActivity, makeBudget, makePledge } from '../../support/portfolios.ts';

describe('the name of a record', () => {
  test('is its key as people write it', () => {
    expect(recordName('activities', makeActivity({ code: 'B8' }))).toBe('JWP/B8');
    expect(recordName('budgets', makeBudget({ activity: 'B8', version: 2 }))).toBe('JWP/B8 v2');
    expect(recordName('pledges', makePledge())).toBe('PL-1');
    expect(recordName('exchangeRates', { currency: 'EUR', from: '2012-01-01', unitsPerBase: '1' })).toBe(
      'EUR 2012-01-01',
    );
  });

  test('leaves no doubt where codes have slashes', () => {
    expect(keyName('activities', ['A/B', 'C'])).toBe('A\\/B/C');
    expect(keyName('activities', ['A', 'B/C'])).toBe('A/B\\/C');
    expect(keyName('pledges', ['A/B'])).toBe('A/B');
  });

  test('tells the parts of the key again, whatever they are', () => {
    const code = fc.oneof(fc.stringMatching(/^[a/\\ v1]{1,6}$/), fc.string({ minLength: 1, unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.constantFrom(...PORTFOLIO_LISTS),
        code,
        code,
        fc.nat(),
        (list, first, second, version) => {
          const key = {
            ...{ exchangeRates: ['EUR', '2012-01-01'], themes: [first, second], activities: [first, second] },
            ...{ budgets: [first, second, String(version)] },
            ...{ programmes: [first], speciesProgrammes: [first], donors: [first], prospects: [first] },
            pledges: [first],
          }[list];
          expect(nameKey(list, keyName(list, key))).toEqual(key);
        },
      ),
    );
  });
});
