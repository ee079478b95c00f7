import type { Portfolio } from '#app/domain/portfolio.ts';
import { reportPortfolioProblems } from '#app/domain/portfolio-check.ts';
import { reportDuplicates } from '#app/domain/portfolio-check-duplicates.ts';
import type { Problem, Report } from '#app/domain/portfolio-check-findings.ts';
import { isEmptyPortfolio, mergePortfolios } from '#app/domain/portfolio-merge.ts';
import { BUNDLE_LIMITS, type BundleLimits, readBundleParts } from './bundle.ts';
import { BundleProblems } from './bundle-problems.ts';
import { placeInProgrammes } from './bundle-programmes.ts';
import { joinPaths } from './json-path.ts';
import { recordPaths } from './record-paths.ts';

export type PreparedImport =
  | {
      readonly ok: true;
      /** What the bundle says, every budget and ask with its programme: this is to be saved. */
      readonly portfolio: Portfolio;
      /** The whole portfolio as it will be. */
      readonly merged: Portfolio;
    }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads a bundle and checks it together with the portfolio that it is to go into.
 *
 * @param current What is there now, or null for a database without any.
 * @returns The values to save, or every problem that was found: those of shapes and values first, then those
 *   between records. A path that begins with `(portfolio)` is that of a record which is there already.
 */
export function prepareImport(
  source: string | Uint8Array,
  current: Portfolio | null,
  limits: BundleLimits = BUNDLE_LIMITS,
): PreparedImport {
  const problems = new BundleProblems();
  const bundle = readBundleParts(source, limits, problems);
  if (!bundle || problems.isFull) return { ok: false, problems: problems.toProblems() };
  const base = current && !isEmptyPortfolio(current) ? current : null;
  const activities = [...(base?.activities ?? []), ...bundle.activities];
  const portfolio = placeInProgrammes(bundle, activities, problems);
  const pathOf = recordPaths(base, portfolio);
  const report: Report = (record, field, message, dependsOn = []) => {
    const sources = dependsOn.map((source) =>
      typeof source === 'string' ? source : joinPaths(pathOf(source.record), source.field),
    );
    problems.addFinding(pathOf(record), field, message, sources);
  };
  if (base && base.baseCurrency !== portfolio.baseCurrency) {
    const message = `the portfolio's base currency is ${base.baseCurrency}, not ${portfolio.baseCurrency}`;
    problems.addUnreadable('baseCurrency', message);
  }
  reportDuplicates(portfolio, report);
  const merged = base ? mergePortfolios(base, portfolio) : portfolio;
  reportPortfolioProblems(merged, report);
  return problems.isEmpty ? { ok: true, portfolio, merged } : { ok: false, problems: problems.toProblems() };
}
