import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioRecord } from '#app/domain/portfolio-check-findings.ts';
import { PORTFOLIO_LISTS, RECORD_KEYS } from '#app/domain/portfolio-merge.ts';

/**
 * Tells where a record stands: `pledges[3]` in the bundle, `(portfolio) pledges[PL-1]` for one that the portfolio
 * had before.
 */
export function recordPaths(
  current: Portfolio | null,
  incoming: Portfolio,
): (record: PortfolioRecord) => string {
  let paths: Map<PortfolioRecord, string> | undefined;
  return (record) => {
    // Only a bundle with problems pays for this.
    paths ??= listPaths(current, incoming);
    return paths.get(record) ?? '';
  };
}

function listPaths(current: Portfolio | null, incoming: Portfolio): Map<PortfolioRecord, string> {
  const paths = new Map<PortfolioRecord, string>();
  for (const list of PORTFOLIO_LISTS) {
    const keyOf = RECORD_KEYS[list] as (record: PortfolioRecord) => string;
    for (const record of current?.[list] ?? []) {
      paths.set(record, `(portfolio) ${list}[${keyOf(record).replaceAll('\n', ' ')}]`);
    }
    for (const [index, record] of incoming[list].entries()) paths.set(record, `${list}[${index}]`);
  }
  return paths;
}
