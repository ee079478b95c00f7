import { type Activity, WHOLE_SHARE_MILLIONTHS } from './activity.ts';
import type { Portfolio } from './portfolio.ts';
import { repeatedPositions } from './portfolio-check-duplicates.ts';
import type { Report } from './portfolio-check-findings.ts';
import type { PortfolioIndex } from './portfolio-check-index.ts';
import { recordKey } from './portfolio-merge.ts';
import { compareRationals, ONE, parseDecimal } from './rational.ts';

/** Reports what is wrong with rates, programmes, themes and activities. @source domain.md, sections 2 and 6 */
export function reportProgrammeProblems(portfolio: Portfolio, index: PortfolioIndex, report: Report): void {
  for (const rate of portfolio.exchangeRates) {
    const isBase = rate.currency === portfolio.baseCurrency;
    if (isBase && compareRationals(parseDecimal(rate.unitsPerBase), ONE) !== 0) {
      report(rate, 'unitsPerBase', `the rate of the base currency ${rate.currency} is 1`, [
        '.currency',
        'baseCurrency',
      ]);
    }
  }
  for (const programme of portfolio.programmes) {
    if (programme.endYear < programme.startYear) {
      report(programme, 'endYear', `the programme ends before it starts in ${programme.startYear}`, [
        '.startYear',
      ]);
    }
  }
  for (const theme of portfolio.themes) {
    if (!index.programmes.has(theme.programme)) {
      report(theme, 'programme', `unknown programme ${theme.programme}`, ['programmes']);
    }
  }
  for (const activity of portfolio.activities) reportActivity(activity, index, report);
}

function reportActivity(activity: Activity, index: PortfolioIndex, report: Report): void {
  const { programme, theme, timeframe } = activity;
  if (!index.programmes.has(programme)) {
    report(activity, 'programme', `unknown programme ${programme}`, ['programmes']);
  } else if (!index.themes.has(recordKey(programme, theme))) {
    report(activity, 'theme', `unknown theme ${theme} in programme ${programme}`, ['.programme', 'themes']);
  }
  if (timeframe?.kind === 'years' && timeframe.endYear < timeframe.startYear) {
    report(activity, 'timeframe.endYear', `the activity ends before it starts in ${timeframe.startYear}`, [
      '.timeframe.startYear',
    ]);
  }
  reportSpecies(activity, index, report);
  for (const position of repeatedPositions(activity.items.map(({ code }) => code))) {
    report(activity, `items[${position}].code`, 'duplicate: an item before it has this code');
  }
}

function reportSpecies(activity: Activity, index: PortfolioIndex, report: Report): void {
  const { species } = activity;
  for (const [position, { code }] of species.entries()) {
    if (index.speciesProgrammes.has(code)) continue;
    report(activity, `species[${position}].code`, `unknown species programme ${code}`, ['speciesProgrammes']);
  }
  for (const position of repeatedPositions(species.map(({ code }) => code))) {
    report(activity, `species[${position}].code`, 'duplicate: a share before it has this species programme');
  }
  const whole = species.reduce((sum, { shareMillionths }) => sum + shareMillionths, 0n);
  if (species.length > 0 && whole !== WHOLE_SHARE_MILLIONTHS) {
    const shown = `${whole / WHOLE_SHARE_MILLIONTHS}.${String(whole % WHOLE_SHARE_MILLIONTHS).padStart(6, '0')}`;
    report(activity, 'species', `the shares add up to ${shown}, not 1`);
  }
}
