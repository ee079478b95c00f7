import type { Portfolio } from './portfolio.ts';
import type { PortfolioList, PortfolioRecord, Report } from './portfolio-check-findings.ts';
import { UNPLACED_PROGRAMME } from './portfolio-check-index.ts';
import { PORTFOLIO_LISTS, RECORD_KEYS } from './portfolio-merge.ts';

/** The field that tells records of a list apart where their programme and activity agree. */
const KEY_FIELDS: Readonly<Record<PortfolioList, string>> = {
  exchangeRates: 'from',
  programmes: 'code',
  themes: 'code',
  speciesProgrammes: 'code',
  activities: 'code',
  budgets: 'version',
  donors: 'code',
  prospects: 'code',
  pledges: 'code',
};

/**
 * Reports every record whose key an earlier one of the same list has. For one bundle: in another, the same key
 * means the same record.
 *
 * @source domain.md, section 6
 */
export function reportDuplicates(portfolio: Portfolio, report: Report): void {
  for (const list of PORTFOLIO_LISTS) {
    const keyOf = RECORD_KEYS[list] as (record: PortfolioRecord) => string;
    const seen = new Map<string, number>();
    for (const [index, record] of portfolio[list].entries()) {
      if ('programme' in record && record.programme === UNPLACED_PROGRAMME) continue;
      const key = keyOf(record);
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, index);
      else {
        const shown = key.replaceAll('\n', ' ');
        report(record, KEY_FIELDS[list], `duplicate: ${shown} is given in ${list}[${earlier}] already`, [
          '.currency',
          '.programme',
          '.activity',
        ]);
      }
    }
  }
}

/** Positions of the elements that an earlier one equals. */
export function repeatedPositions(keys: readonly (string | number)[]): number[] {
  if (new Set(keys).size === keys.length) return [];
  const seen = new Set<string | number>();
  return keys.flatMap((key, position) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [position] : [];
  });
}
