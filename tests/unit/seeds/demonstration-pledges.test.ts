import { describe, expect, it } from 'vitest';
import { earmarkLevel } from '#app/domain/earmark.ts';
import { overdueInstalments } from '#app/domain/instalments.ts';
import { isCancelled, type Pledge } from '#app/domain/pledge.ts';
import { demonstration, MIDWAY, receivedMinor, TODAY } from './demonstration-portfolio.ts';

const { pledges } = demonstration;
const pledgesWhere = (isMeant: (pledge: Pledge) => boolean) =>
  pledges.filter(isMeant).map(({ code }) => code);
const isFirm = ({ committedOn, cancelledOn }: Pledge) => committedOn !== null && cancelledOn === null;

describe('the demonstration data: pledges at every stage of their life', () => {
  it.each<[string, string[], (pledge: Pledge) => boolean]>([
    [
      'announced only',
      ['PL-2013-01', 'PL-2013-04', 'PL-2013-07', 'PL-2014-02'],
      ({ committedOn }) => committedOn === null,
    ],
    ['committed without a receipt', ['PL-2013-05'], (one) => isFirm(one) && receivedMinor(one) === 0n],
    [
      'partly received',
      ['PL-2012-02', 'PL-2012-04', 'PL-2012-06', 'PL-2013-02', 'PL-2013-08', 'PL-2014-01', 'PL-2014-03'],
      (one) => isFirm(one) && receivedMinor(one) > 0n && receivedMinor(one) < one.amountMinor,
    ],
    [
      'fully received',
      ['PL-2012-01', 'PL-2012-03', 'PL-2013-03', 'PL-2013-06'],
      (one) => receivedMinor(one) === one.amountMinor,
    ],
    ['over-received', ['PL-2012-07'], (one) => receivedMinor(one) > one.amountMinor],
    ['written off in part', ['PL-2012-02'], ({ writeOffs }) => writeOffs.length > 0],
    [
      'cancelled after money had come',
      ['PL-2012-05'],
      (one) => isCancelled(one, TODAY) && receivedMinor(one) > 0n && receivedMinor(one) < one.amountMinor,
    ],
  ])('are %s', (_, codes, isMeant) => {
    expect(pledgesWhere(isMeant)).toEqual(codes);
  });

  it('come in euros, US dollars, pounds and Swiss francs', () => {
    expect(new Set(pledges.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD', 'GBP', 'CHF']));
  });
});

describe('the demonstration data: what pledges are for', () => {
  const isSoftBy = (dimension: 'themes' | 'species' | 'years') => (pledge: Pledge) =>
    earmarkLevel(pledge.earmark) === 'softly-earmarked' && pledge.earmark[dimension].length > 0;

  it.each<[string, (pledge: Pledge) => boolean]>([
    ['without an earmark', ({ earmark }) => earmarkLevel(earmark) === 'unearmarked'],
    ['for a theme', isSoftBy('themes')],
    ['for a species programme', isSoftBy('species')],
    ['for certain years', isSoftBy('years')],
    ['for several activities', ({ earmark }) => earmarkLevel(earmark) === 'earmarked'],
    ['for one activity', ({ earmark }) => earmarkLevel(earmark) === 'tightly-earmarked'],
    [
      'for one activity, to which it is allocated without saying so',
      ({ earmark, allocations }) =>
        earmarkLevel(earmark) === 'tightly-earmarked' &&
        earmark.years.length === 0 &&
        allocations.length === 0,
    ],
    [
      'for one activity in certain years',
      ({ earmark }) => earmarkLevel(earmark) === 'tightly-earmarked' && earmark.years.length > 0,
    ],
    ['allocated without a year', ({ allocations }) => allocations.some(({ year }) => year === null)],
    ['allocated to several activities', ({ allocations }) => allocations.length > 1],
  ])('there is one %s', (_, isMeant) => {
    expect(pledgesWhere(isMeant)).not.toEqual([]);
  });
});

describe('the demonstration data: instalments', () => {
  const overdueOn = (asOf: string) => pledgesWhere((pledge) => overdueInstalments(pledge, asOf).length > 0);

  it('are overdue in the middle of the programme', () => {
    expect(overdueOn(MIDWAY)).toEqual(['PL-2012-04', 'PL-2012-06', 'PL-2013-01']);
  });

  it('are overdue today, one that a partial receipt left open among them', () => {
    expect(overdueOn(TODAY)).toContain('PL-2012-06');
  });

  it('are still to come for one pledge', () => {
    expect(pledgesWhere(({ instalments }) => instalments.some(({ due }) => due > TODAY))).toEqual([
      'PL-2014-01',
    ]);
  });

  it('add up to the pledge wherever there are any', () => {
    for (const { code, amountMinor, instalments } of pledges) {
      if (instalments.length === 0) continue;
      const sum = instalments.reduce((whole, instalment) => whole + instalment.amountMinor, 0n);
      expect(sum, code).toBe(amountMinor);
    }
  });
});
