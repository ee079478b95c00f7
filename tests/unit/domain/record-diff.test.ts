import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldChanges } from '#app/domain/record-diff.ts';
import { recordJson } from '#app/domain/record-json.ts';
import { makeActivity, makeBudget, makeLine, makePledge, sharesOf } from '../../support/portfolios.ts';

const pledge = (given: Parameters<typeof makePledge>[0] = {}) => recordJson('pledges', makePledge(given));
const activity = (given: Partial<ReturnType<typeof makeActivity>> = {}) =>
  recordJson('activities', makeActivity({ code: 'B8', ...given }));

describe('what changed in a record', () => {
  test('is nothing where nothing did', () => {
    expect(fieldChanges(pledge(), pledge())).toEqual([]);
    expect(fieldChanges(null, null)).toEqual([]);
  });

  test('names the field and both values, amounts with their currency', () => {
    expect(fieldChanges(pledge(), pledge({ amountMinor: 123_456_789n, committedOn: '2012-04-01' }))).toEqual([
      { kind: 'value', path: 'committedOn', label: 'Committed on', before: null, after: '2012-04-01' },
      { kind: 'value', path: 'amount', label: 'Amount', before: '100.00 USD', after: '1,234,567.89 USD' },
    ]);
  });

  test('is an amount in another currency even where the number is the same', () => {
    expect(fieldChanges(pledge(), pledge({ currency: 'EUR' }))).toMatchObject([
      { path: 'currency', before: 'USD', after: 'EUR' },
      { path: 'amount', before: '100.00 USD', after: '100.00 EUR' },
    ]);
  });

  test('says which items of a list were added and removed', () => {
    const before = pledge({ receipts: [{ date: '2012-05-01', amountMinor: 1_000n }] });
    const after = pledge({
      receipts: [
        { date: '2012-05-01', amountMinor: 1_000n },
        { date: '2012-06-01', amountMinor: 2_500n },
      ],
    });
    expect(fieldChanges(before, after)).toEqual([
      {
        ...{ kind: 'list', path: 'receipts', label: 'Receipts', isReordered: false },
        ...{ removed: [], added: ['Dated 2012-06-01, Amount 25.00 USD'] },
      },
    ]);
    expect(fieldChanges(after, before)).toMatchObject([{ removed: ['Dated 2012-06-01, Amount 25.00 USD'] }]);
  });

  test('counts items that occur twice', () => {
    const twice = makeBudget({ activity: 'B8', lines: [makeLine(), makeLine()] });
    const once = { ...twice, lines: [makeLine()] };
    const [change] = fieldChanges(recordJson('budgets', twice), recordJson('budgets', once));
    expect(change).toMatchObject({ path: 'lines', added: [] });
    expect(change?.kind === 'list' && change.removed).toHaveLength(1);
  });

  test('says that a list has another order', () => {
    expect(
      fieldChanges(activity({ partners: ['FAO', 'IUCN'] }), activity({ partners: ['IUCN', 'FAO'] })),
    ).toEqual([
      { kind: 'list', path: 'partners', label: 'Partners', removed: [], added: [], isReordered: true },
    ]);
  });

  test('goes into what a record holds within it, also where there was nothing before', () => {
    const timeframe = { kind: 'years', startYear: 2012, endYear: 2013, printed: null, note: null } as const;
    expect(fieldChanges(activity(), activity({ timeframe }))).toMatchObject([
      { label: 'Timeframe', before: null, after: 'years' },
      { label: 'Timeframe from', before: null, after: '2012' },
      { label: 'Timeframe to', before: null, after: '2013' },
    ]);
    const earmark = { activities: [], species: ['sharks'], themes: [], years: [2012] };
    expect(fieldChanges(pledge(), pledge({ earmark }))).toMatchObject([
      { label: 'Earmarked for species programmes', added: ['sharks'] },
      { label: 'Earmarked for years', added: ['2012'] },
    ]);
  });

  test('is all that a new record says, and all that a deleted one said', () => {
    const json = activity({ species: sharesOf({ sharks: 100 }) });
    const said = fieldChanges(null, json).map(({ path }) => path);
    expect(said).toEqual(['programme', 'code', 'theme', 'title', 'species', 'funding', 'lead', 'status']);
    expect(fieldChanges(json, null).map(({ path }) => path)).toEqual(said);
  });

  test('is found from any JSON to any other without failing, and nothing from one to itself', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(Array.isArray(fieldChanges(before, after))).toBe(true);
        expect(fieldChanges(before, structuredClone(before))).toEqual([]);
      }),
    );
  });
});
