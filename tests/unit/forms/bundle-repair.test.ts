import { expect, test } from 'vitest';
import { PLACEHOLDERS, repairRecord } from '#app/forms/bundle-repair.ts';
import { RECORD_SCHEMAS } from '#app/forms/bundle-schema.ts';

const NAMES = Object.keys(RECORD_SCHEMAS) as (keyof typeof RECORD_SCHEMAS)[];

const problem = (...path: (string | number)[]) => ({
  path,
  message: 'x',
  isUnknownKey: false,
  dependsOn: [],
});

test.each(NAMES)('the stand-ins of %s fit their schema', (name) => {
  expect(RECORD_SCHEMAS[name].safeParse(PLACEHOLDERS[name]).error).toBeUndefined();
});

test('a record that is none becomes the stand-in', () => {
  expect(repairRecord(7, [problem()], PLACEHOLDERS.donors)).toEqual(PLACEHOLDERS.donors);
});

test('only what could not be read is replaced, and what was given is left as it is', () => {
  const pledge = { code: 'PL-1', donor: 5, allocations: [{ activity: 'B8' }, 'x'], receipts: {}, extra: 1 };
  const problems = [
    problem('donor'),
    problem('allocations', 0, 'amount'),
    problem('allocations', 1),
    problem('receipts'),
    { ...problem('extra'), isUnknownKey: true },
  ];
  const before = structuredClone(pledge);
  expect(repairRecord(pledge, problems, PLACEHOLDERS.pledges)).toEqual({
    code: 'PL-1',
    donor: PLACEHOLDERS.pledges.donor,
    allocations: [{ activity: 'B8', amount: '0' }, PLACEHOLDERS.pledges.allocations[0]],
    receipts: null,
  });
  expect(pledge).toEqual(before);
});

test('a timeframe is replaced as one', () => {
  const activity = { timeframe: { kind: 'years', startYear: 'x', endYear: 'y' } };
  const problems = [problem('timeframe', 'startYear'), problem('timeframe', 'endYear')];
  expect(repairRecord(activity, problems, PLACEHOLDERS.activities)).toEqual({ timeframe: null });
});
