import type { Portfolio } from './portfolio.ts';
import { repeatedPositions } from './portfolio-check-duplicates.ts';
import type { Report } from './portfolio-check-findings.ts';
import {
  complainOfRate,
  type PortfolioIndex,
  RATE_SOURCES,
  UNPLACED_PROGRAMME,
} from './portfolio-check-index.ts';
import { recordKey } from './portfolio-merge.ts';
import type { Prospect } from './prospect.ts';

/** Reports what is wrong with donors and prospects. @source domain.md, sections 5 and 6 */
export function reportDonorProblems(portfolio: Portfolio, index: PortfolioIndex, report: Report): void {
  for (const donor of portfolio.donors) {
    const { themes, species } = donor.interests;
    for (const [position, code] of themes.entries()) {
      if (index.themeCodes.has(code)) continue;
      report(donor, `interests.themes[${position}]`, `unknown theme ${code}`, ['themes']);
    }
    for (const [position, code] of species.entries()) {
      if (index.speciesProgrammes.has(code)) continue;
      const message = `unknown species programme ${code}`;
      report(donor, `interests.species[${position}]`, message, ['speciesProgrammes']);
    }
    for (const dimension of ['themes', 'species'] as const) {
      for (const position of repeatedPositions(donor.interests[dimension])) {
        report(donor, `interests.${dimension}[${position}]`, 'duplicate: the list has this code already');
      }
    }
  }
  for (const prospect of portfolio.prospects) reportProspect(prospect, index, report);
}

function reportProspect(prospect: Prospect, index: PortfolioIndex, report: Report): void {
  if (!index.donors.has(prospect.donor)) {
    report(prospect, 'donor', `unknown donor ${prospect.donor}`, ['donors']);
  }
  const complaint = complainOfRate(index, prospect.currency, prospect.createdOn);
  if (complaint !== null) report(prospect, 'createdOn', complaint, RATE_SOURCES);
  for (const [position, { programme, activity }] of prospect.asks.entries()) {
    if (programme === UNPLACED_PROGRAMME || index.activities.has(recordKey(programme, activity))) continue;
    const ask = `asks[${position}]`;
    if (!index.programmes.has(programme)) {
      report(prospect, `${ask}.programme`, `unknown programme ${programme}`, ['programmes']);
    } else {
      const message = `unknown activity ${activity} in programme ${programme}`;
      report(prospect, `${ask}.activity`, message, [`.${ask}.programme`, 'activities']);
    }
  }
}
