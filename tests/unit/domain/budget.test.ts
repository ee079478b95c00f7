import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetLine,
  budgetInForce,
  directFromGross,
  LINE_FUNDINGS,
  lineTotal,
  supportCost,
  yearCosts,
} from '#app/domain/budget.ts';
import { formatAmount, parseAmount } from '#app/domain/money.ts';
import { parseDecimal } from '#app/domain/rational.ts';
import { makeBudget, makeLine } from '../../support/portfolios.ts';

const THIRTEEN_PER_CENT = parseDecimal('0.13');
const anyRate = fc.integer({ min: 0, max: 3000 }).map((basisPoints) => (basisPoints / 10_000).toFixed(4));
const anyCost = fc.bigInt({ min: 0n, max: 10n ** 13n });
const anyLine: fc.Arbitrary<BudgetLine> = fc
  .record({
    quantity: fc
      .integer({ min: 0, max: 200_000 })
      .map((tenThousandths) => (tenThousandths / 10_000).toFixed(4)),
    unitCostMinor: fc.bigInt({ min: 0n, max: 100_000n }),
    year: fc.integer({ min: 2011, max: 2015 }),
    funding: fc.constantFrom(...LINE_FUNDINGS),
  })
  .map(makeLine);

describe('the total of a line', () => {
  it.each([
    { sentence: 'twenty participants at 1,500.00', quantity: '20', unitCost: '1500.00', total: '30000.00' },
    { sentence: 'half a month of staff', quantity: '0.5', unitCost: '9000.00', total: '4500.00' },
    { sentence: 'a quantity of four decimals', quantity: '0.3333', unitCost: '100.00', total: '33.33' },
    { sentence: 'half a cent goes up', quantity: '0.5', unitCost: '0.01', total: '0.01' },
    { sentence: 'a hair below half a cent goes down', quantity: '0.4999', unitCost: '0.01', total: '0.00' },
    {
      sentence: 'two and a half cents go up, not to the even',
      quantity: '2.5',
      unitCost: '0.01',
      total: '0.03',
    },
    { sentence: 'nothing bought costs nothing', quantity: '0', unitCost: '1500.00', total: '0.00' },
    { sentence: 'what is free costs nothing', quantity: '12', unitCost: '0', total: '0.00' },
    {
      sentence: 'no floating point in between: 1.1 × 1.10 is 1.21',
      quantity: '1.1',
      unitCost: '1.10',
      total: '1.21',
    },
  ])('$sentence', ({ quantity, unitCost, total }) => {
    const line = makeLine({ quantity, unitCostMinor: parseAmount(unitCost, 'USD') });
    expect(formatAmount(lineTotal(line), 'USD')).toBe(total);
  });

  it('is quantity × unit cost to the nearest minor unit, a half going up', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const tenThousandths = BigInt(line.quantity.replace('.', '')) * line.unitCostMinor;
        const floor = tenThousandths / 10_000n;
        expect(lineTotal(line)).toBe(tenThousandths % 10_000n >= 5_000n ? floor + 1n : floor);
      }),
    );
  });
});

describe('programme support cost', () => {
  it.each([
    { sentence: 'thirteen per cent, the UN standard', direct: '30000.00', rate: '0.13', psc: '3900.00' },
    { sentence: 'seven per cent', direct: '30000.00', rate: '0.07', psc: '2100.00' },
    { sentence: 'a rate of no per cent', direct: '30000.00', rate: '0', psc: '0.00' },
    { sentence: 'no direct cost', direct: '0', rate: '0.13', psc: '0.00' },
    { sentence: 'half a cent goes up', direct: '0.50', rate: '0.13', psc: '0.07' },
    { sentence: 'less than half a cent goes down', direct: '0.03', rate: '0.13', psc: '0.00' },
  ])('$sentence: $psc on $direct', ({ direct, rate, psc }) => {
    expect(formatAmount(supportCost(parseAmount(direct, 'USD'), parseDecimal(rate)), 'USD')).toBe(psc);
  });

  it.each([
    { gross: '100000.00', rate: '0.13', direct: '88495.58', psc: '11504.42' },
    { gross: '113.00', rate: '0.13', direct: '100.00', psc: '13.00' },
    { gross: '107.00', rate: '0.07', direct: '100.00', psc: '7.00' },
    { gross: '250000.00', rate: '0.08', direct: '231481.48', psc: '18518.52' },
    { gross: '100.00', rate: '0', direct: '100.00', psc: '0.00' },
    { gross: '0', rate: '0.13', direct: '0.00', psc: '0.00' },
    { gross: '0.01', rate: '0.13', direct: '0.01', psc: '0.00' },
  ])('a gross $gross at $rate carries $psc, so that $direct is left', ({ gross, rate, direct, psc }) => {
    const { directMinor, pscMinor } = directFromGross(parseAmount(gross, 'USD'), parseDecimal(rate));
    expect(formatAmount(directMinor, 'USD')).toBe(direct);
    expect(formatAmount(pscMinor, 'USD')).toBe(psc);
  });

  it('is not the rate of the gross: 100,000 at 13 % does not carry 13,000', () => {
    const grossMinor = parseAmount('100000.00', 'USD');
    expect(directFromGross(grossMinor, THIRTEEN_PER_CENT).pscMinor).not.toBe(
      supportCost(grossMinor, THIRTEEN_PER_CENT),
    );
  });

  it('taken out of a gross amount leaves a direct cost whose PSC is the same to a minor unit', () => {
    fc.assert(
      fc.property(anyCost, anyRate, (gross, rate) => {
        const { directMinor, pscMinor } = directFromGross(gross, parseDecimal(rate));
        expect(directMinor + pscMinor).toBe(gross);
        const difference = supportCost(directMinor, parseDecimal(rate)) - pscMinor;
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
    );
  });

  it('comes back exactly: the gross of a direct cost carries that direct cost', () => {
    fc.assert(
      fc.property(anyCost, anyRate, (direct, rate) => {
        const gross = direct + supportCost(direct, parseDecimal(rate));
        expect(directFromGross(gross, parseDecimal(rate)).directMinor).toBe(direct);
      }),
    );
  });
});

describe('the cost of a budget by year', () => {
  it('adds the external lines of a year and takes PSC on their sum', () => {
    const budget = makeBudget({
      activity: 'B8',
      pscRate: '0.13',
      lines: [
        makeLine({ year: 2013, quantity: '2', unitCostMinor: 10_000n }),
        makeLine({ year: 2012, quantity: '20', unitCostMinor: 150_000n }),
        makeLine({ year: 2012, quantity: '1', unitCostMinor: 50n }),
      ],
    });
    expect(yearCosts(budget)).toEqual([
      { year: 2012, directMinor: 3_000_050n, pscMinor: 390_007n },
      { year: 2013, directMinor: 20_000n, pscMinor: 2_600n },
    ]);
  });

  it('takes PSC once a year, not line by line', () => {
    const threeCents = makeLine({ quantity: '1', unitCostMinor: 3n });
    const budget = makeBudget({
      activity: 'B8',
      pscRate: '0.13',
      lines: [threeCents, threeCents, threeCents],
    });
    expect(supportCost(3n, THIRTEEN_PER_CENT)).toBe(0n);
    expect(yearCosts(budget)).toEqual([{ year: 2012, directMinor: 9n, pscMinor: 1n }]);
  });

  it('takes PSC year by year, not once on the whole', () => {
    const lines = [2012, 2013, 2014].map((year) => makeLine({ year, unitCostMinor: 50n }));
    const costs = yearCosts({ lines, pscRate: '0.13' });
    expect(costs.map(({ pscMinor }) => pscMinor)).toEqual([7n, 7n, 7n]);
    expect(supportCost(150n, THIRTEEN_PER_CENT)).toBe(20n);
  });

  it.each(['core', 'in-kind'] as const)('leaves lines that are paid %s out of both', (funding) => {
    const lines = [makeLine({ unitCostMinor: 10_000n }), makeLine({ unitCostMinor: 99_999n, funding })];
    expect(yearCosts({ lines, pscRate: '0.13' })).toEqual([
      { year: 2012, directMinor: 10_000n, pscMinor: 1_300n },
    ]);
  });

  it('has no year without an external line', () => {
    const lines = [makeLine({ year: 2012, funding: 'core' }), makeLine({ year: 2013, funding: 'in-kind' })];
    expect(yearCosts({ lines, pscRate: '0.13' })).toEqual([]);
    expect(yearCosts({ lines: [], pscRate: '0.13' })).toEqual([]);
  });

  it('is for every year the sum that the lines of that year give, years ascending', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), anyRate, (lines, pscRate) => {
        const costs = yearCosts({ lines, pscRate });
        const external = lines.filter(({ funding }) => funding === 'external');
        const years = [...new Set(external.map(({ year }) => year))].sort();
        expect(costs.map(({ year }) => year)).toEqual(years);
        for (const { year, directMinor, pscMinor } of costs) {
          const ofYear = external.filter((line) => line.year === year);
          expect(directMinor).toBe(ofYear.reduce((sum, line) => sum + lineTotal(line), 0n));
          expect(pscMinor).toBe(supportCost(directMinor, parseDecimal(pscRate)));
        }
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const reversed = [...lines].reverse();
        expect(yearCosts({ lines: reversed, pscRate: '0.13' })).toEqual(
          yearCosts({ lines, pscRate: '0.13' }),
        );
      }),
    );
  });
});

describe('the version in force', () => {
  const first = { version: 1, status: 'superseded', approvedOn: '2012-02-01' } as const;
  const second = { version: 2, status: 'approved', approvedOn: '2013-01-10' } as const;
  const draft = { version: 3, status: 'draft', approvedOn: null } as const;

  it.each([
    { sentence: 'none before the first approval', asOf: '2012-01-31', version: null },
    { sentence: 'the first from the day of its approval', asOf: '2012-02-01', version: 1 },
    {
      sentence: 'the first until the day before the next, though superseded today',
      asOf: '2013-01-09',
      version: 1,
    },
    { sentence: 'the second from the day of its approval', asOf: '2013-01-10', version: 2 },
    { sentence: 'the second ever after, whatever is being drafted', asOf: '2030-01-01', version: 2 },
  ])('is $sentence', ({ asOf, version }) => {
    expect(budgetInForce([first, second, draft], asOf)?.version ?? null).toBe(version);
    expect(budgetInForce([draft, second, first], asOf)?.version ?? null).toBe(version);
  });

  it('is none where there are only drafts, or nothing', () => {
    expect(budgetInForce([draft], '2030-01-01')).toBeNull();
    expect(budgetInForce([], '2030-01-01')).toBeNull();
  });

  it('stays the superseded one where no other was approved', () => {
    expect(budgetInForce([first, draft], '2030-01-01')).toBe(first);
  });

  it('goes by the day of approval, not by the number of the version', () => {
    const late = { version: 1, status: 'approved', approvedOn: '2014-01-01' } as const;
    expect(budgetInForce([late, { ...first, version: 2 }], '2014-01-01')).toBe(late);
  });

  it('leaves the list of versions as it was', () => {
    const versions = [second, first];
    budgetInForce(versions, '2030-01-01');
    expect(versions).toEqual([second, first]);
  });
});
