import type { Portfolio } from './portfolio.ts';
import type { PortfolioList } from './portfolio-check-findings.ts';
import { RECORD_KEYS } from './portfolio-merge.ts';

/**
 * The key of a record as people write it: `JWP-2012-2014/B8`, `JWP-2012-2014/B8 v2`, `EUR 2012-01-01`. Where codes
 * are put together, a slash or backslash of their own has a backslash before it, so that no two records of a list
 * have one name.
 */
export function recordName<L extends PortfolioList>(list: L, record: Portfolio[L][number]): string {
  return keyName(list, RECORD_KEYS[list](record).split('\n'));
}

/** As {@link recordName}, from the parts of the key. */
export function keyName(list: PortfolioList, key: readonly (string | number)[]): string {
  if (list === 'exchangeRates') return key.join(' ');
  if (list === 'budgets') return `${joinCodes(key.slice(0, -1))} v${key.at(-1)}`;
  return key.length === 1 ? String(key[0]) : joinCodes(key);
}

/** The parts of the key that {@link keyName} made a name of, versions as text. */
export function nameKey(list: PortfolioList, name: string): string[] {
  if (list === 'exchangeRates') return name.split(' ');
  if (list === 'budgets') {
    const end = name.lastIndexOf(' v');
    return [...splitCodes(name.slice(0, end)), name.slice(end + 2)];
  }
  return list === 'themes' || list === 'activities' ? splitCodes(name) : [name];
}

function joinCodes(codes: readonly (string | number)[]): string {
  return codes.map((code) => String(code).replace(/[\\/]/g, '\\$&')).join('/');
}

function splitCodes(name: string): string[] {
  const codes = name.match(/(?:\\.|[^\\/])+/gsu) ?? [];
  return codes.map((code) => code.replace(/\\([\\/])/g, '$1'));
}
