import type { Activity, Budget, Bundle, Pledge, Prospect } from './bundle-json.ts';

/** A bundle small enough to work out by hand: programme P (2012–2013), themes A and B, base currency USD. */
export function tinyBundle(parts: Partial<Bundle>): Bundle {
  return {
    format: 'portfolio-bundle',
    version: 1,
    baseCurrency: 'USD',
    programmes: [{ code: 'P', title: 'Programme', startYear: 2012, endYear: 2013 }],
    themes: [
      { programme: 'P', code: 'A', title: 'Alpha' },
      { programme: 'P', code: 'B', title: 'Beta' },
    ],
    donors: [{ code: 'D', name: 'Donor' }],
    ...parts,
  };
}

/** An externally funded activity; its theme is the first letter of its code. */
export function activity(code: string, parts: Partial<Activity> = {}): Activity {
  return {
    ...{ programme: 'P', code, theme: code.charAt(0), title: `Title of ${code}` },
    ...{ funding: 'external', status: 'planned' },
    ...parts,
  };
}

/** An approved budget in USD without PSC, one line of quantity 1 a year. */
export function budget(code: string, byYear: Record<number, string>, parts: Partial<Budget> = {}): Budget {
  return {
    ...{ activity: code, version: 1, status: 'approved', approvedOn: '2012-01-01', rateDate: '2012-01-01' },
    ...{ currency: 'USD', pscRate: '0' },
    lines: Object.entries(byYear).map(([year, unitCost]) => line(Number(year), '1', unitCost)),
    ...parts,
  };
}

export function line(year: number, quantity: string, unitCost: string, funding = 'external') {
  return { category: 'travel', description: 'Line', quantity, unitCost, year, funding };
}

/** A pledge in USD, announced on 2012-02-01. */
export function pledge(code: string, amount: string, parts: Partial<Pledge> = {}): Pledge {
  return { ...{ code, programme: 'P', donor: 'D', date: '2012-02-01', currency: 'USD', amount }, ...parts };
}

/** A prospect in USD, created on 2012-02-01, that asks 80.00 and the like by activity. */
export function prospect(
  code: string,
  asks: Record<string, string>,
  parts: Partial<Prospect> = {},
): Prospect {
  return {
    ...{ code, donor: 'D', createdOn: '2012-02-01', stage: 'proposal', currency: 'USD' },
    asks: Object.entries(asks).map(([of, amount]) => ({ activity: of, amount })),
    ...parts,
  };
}
