import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDates, randomBundle, randomBundles } from '../../support/random-bundle.ts';
import { toMinor } from '../../support/reference/amounts.ts';
import type { Bundle } from '../../support/reference/bundle-json.ts';
import { referenceGap } from '../../support/reference/gap.ts';
import { programmeOf } from '../../support/reference/requirement.ts';

const bundles = Array.from({ length: 300 }, (_, seed) => randomBundle(seed));

/** What the generator promises to show, each with the question whether a bundle shows it. */
const FEATURES: Readonly<Record<string, (bundle: Bundle) => boolean>> = {
  'a base currency without decimals': ({ baseCurrency }) => baseCurrency === 'JPY',
  'a base currency with three decimals': ({ baseCurrency }) => baseCurrency === 'KWD',
  'two programmes': ({ programmes }) => programmes?.length === 2,
  'an activity code in two programmes with budgets': ({ activities, budgets }) =>
    (budgets ?? []).some(
      ({ activity }) => (activities ?? []).filter(({ code }) => code === activity).length > 1,
    ),
  'a cancelled activity': ({ activities }) => (activities ?? []).some(({ status }) => status === 'cancelled'),
  'odd thirds': ({ activities }) =>
    (activities ?? []).some(({ species }) => (species ?? []).some(({ share }) => share === '0.333333')),
  'an activity without species': ({ activities }) =>
    (activities ?? []).some(({ species }) => (species ?? []).length === 0),
  'a core activity with external lines': ({ activities, budgets }) =>
    (activities ?? []).some(
      ({ code, funding }) =>
        funding === 'core' &&
        (budgets ?? []).some(
          ({ activity, lines }) => activity === code && lines.some((line) => line.funding === 'external'),
        ),
    ),
  'an activity without a budget': ({ activities, budgets }) =>
    (activities ?? []).some(({ code }) => (budgets ?? []).every(({ activity }) => activity !== code)),
  'a superseded version': ({ budgets }) => (budgets ?? []).some(({ status }) => status === 'superseded'),
  'a draft': ({ budgets }) => (budgets ?? []).some(({ status }) => status === 'draft'),
  'a line outside the period': ({ budgets }) =>
    (budgets ?? []).some(({ lines }) => lines.some(({ year }) => year > 2014)),
  'a cancelled pledge with receipts': ({ pledges }) =>
    (pledges ?? []).some(({ cancelledOn, receipts }) => cancelledOn && receipts?.length),
  'more received than pledged': ({ pledges }) =>
    (pledges ?? []).some(({ amount, currency, receipts }) => {
      let left = toMinor(amount, currency);
      for (const receipt of receipts ?? []) left -= toMinor(receipt.amount, currency);
      return left < 0n;
    }),
  'a write-off': ({ pledges }) => (pledges ?? []).some(({ writeOffs }) => writeOffs?.length),
  'allocations with and without a year': ({ pledges }) =>
    (pledges ?? []).some(
      ({ allocations }) => allocations?.some(({ year }) => year) && allocations.some(({ year }) => !year),
    ),
  'an implicit allocation': ({ pledges }) =>
    (pledges ?? []).some(
      ({ earmark, allocations }) =>
        earmark?.activities?.length === 1 && !earmark.years?.length && !allocations?.length,
    ),
  'an earmark for species': ({ pledges }) => (pledges ?? []).some(({ earmark }) => earmark?.species?.length),
  'an earmark for themes': ({ pledges }) => (pledges ?? []).some(({ earmark }) => earmark?.themes?.length),
  'an earmark for years': ({ pledges }) => (pledges ?? []).some(({ earmark }) => earmark?.years?.length),
  'an allocation under an earmark for years': ({ pledges }) =>
    (pledges ?? []).some(({ earmark, allocations }) => earmark?.years?.length && allocations?.length),
  'no earmark': ({ pledges }) => (pledges ?? []).some(({ earmark }) => !earmark),
  'asks in several activities': ({ prospects }) =>
    (prospects ?? []).some(({ asks }) => (asks ?? []).length > 1),
  'asks in two programmes': (bundle) =>
    (bundle.prospects ?? []).some(
      ({ asks }) => new Set((asks ?? []).map((ask) => programmeOf(bundle, ask))).size > 1,
    ),
  'a prospect of probability 0': ({ prospects }) => (prospects ?? []).some((own) => own.probability === '0'),
  'a prospect of probability 1': ({ prospects }) => (prospects ?? []).some((own) => own.probability === '1'),
  'a won prospect with a pledge': ({ prospects, pledges }) =>
    (prospects ?? []).some(
      ({ stage, code }) => stage === 'won' && (pledges ?? []).some(({ prospect }) => prospect === code),
    ),
  'a won prospect without a pledge': ({ prospects, pledges }) =>
    (prospects ?? []).some(
      ({ stage, code }) => stage === 'won' && (pledges ?? []).every(({ prospect }) => prospect !== code),
    ),
  ...Object.fromEntries(
    ['identified', 'qualified', 'cultivation', 'concept', 'proposal', 'negotiation', 'lost'].map((stage) => [
      `a prospect at ${stage}`,
      ({ prospects }: Bundle) => (prospects ?? []).some((prospect) => prospect.stage === stage),
    ]),
  ),
};

describe('random bundles', () => {
  it('are the same for the same seed and differ from seed to seed', () => {
    expect(randomBundle(7)).toEqual(bundles[7]);
    expect(new Set(bundles.map((bundle) => JSON.stringify(bundle))).size).toBe(bundles.length);
  });

  it.each(Object.keys(FEATURES))('show %s at least ten times in three hundred', (feature) => {
    expect(bundles.filter((bundle) => FEATURES[feature]?.(bundle)).length).toBeGreaterThanOrEqual(10);
  });

  it('have figures on every date and leave no layer empty for long', () => {
    const seen = new Set<string>();
    for (const bundle of bundles) {
      const asOf = eventDates(bundle).at(-1) ?? '';
      const answer = referenceGap(bundle, { programme: 'JWP', asOf, currency: 'EUR', by: 'activity' });
      const { total } = answer as { total: Record<string, unknown> };
      for (const [figure, amount] of Object.entries(total)) if (amount !== '0.00') seen.add(figure);
    }
    for (const figure of ['received', 'committed', 'pledged', 'surplus', 'deployable', 'stranded']) {
      expect(seen).toContain(figure);
    }
  });

  it('shrink to a bundle with one activity and no money', () => {
    const failed = fc.check(
      fc.property(randomBundles(), () => false),
      { seed: 1, numRuns: 1 },
    );
    const [smallest] = failed.counterexample ?? [];
    expect(smallest).toMatchObject({ activities: [{ code: 'A1' }], prospects: [], pledges: [] });
  });
});
