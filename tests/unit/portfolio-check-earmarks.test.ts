import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '#app/domain/activity.ts';
import { allowsActivity, allowsYear } from '#app/domain/earmark.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import { reportAllocations } from '#app/domain/portfolio-check-earmarks.ts';
import { indexPortfolio } from '#app/domain/portfolio-check-index.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { changedBundle } from '../support/bundles.ts';

const codes = (...values: string[]) => fc.subarray(values);
const earmarks = fc.record({
  activities: codes('B8', 'C1', 'X1'),
  species: codes('sharks', 'saiga'),
  themes: codes('B', 'C'),
  years: fc.subarray([2012, 2013]),
});

test('an allocation is reported exactly when its earmark does not allow it', () => {
  const prepared = prepareImport(changedBundle({}), null);
  if (!prepared.ok) throw new Error('the example bundle is valid');
  const { portfolio } = prepared;
  const [pledge] = portfolio.pledges as readonly [Pledge];
  const index = indexPortfolio(portfolio);
  const activityCodes = fc.constantFrom('B8', 'C1', 'X1');
  const years = fc.constantFrom(null, 2012, 2014);
  fc.assert(
    fc.property(earmarks, activityCodes, years, (earmark, code, year) => {
      const fields: string[] = [];
      const allocations = [{ activity: code, year, amountMinor: 0n }];
      reportAllocations({ ...pledge, earmark, allocations }, index, (_, field) => fields.push(field));
      const activity = portfolio.activities.find((other) => other.code === code) as Activity;
      expect(fields).toEqual([
        ...(allowsActivity(earmark, activity) ? [] : ['allocations[0].activity']),
        ...(allowsYear(earmark, year) ? [] : ['allocations[0].year']),
      ]);
    }),
  );
});
