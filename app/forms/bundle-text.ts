import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import { PORTFOLIO_LISTS } from '#app/domain/portfolio-merge.ts';
import { recordJson } from '#app/domain/record-json.ts';

/** Writes a portfolio as a bundle: what {@link readBundle} reads back as the same portfolio. */
export function writeBundle(portfolio: Portfolio): string {
  return [...bundleChunks(portfolio)].join('');
}

/** The text of {@link writeBundle} in pieces of some records each, for files with a progress display. */
export function* bundleChunks(portfolio: Portfolio): Generator<string, void, undefined> {
  yield '{\n  "format": "portfolio-bundle",\n  "version": 1,\n';
  yield `  "baseCurrency": ${JSON.stringify(portfolio.baseCurrency)}`;
  if (portfolio.demonstration) yield ',\n  "demonstration": true';
  for (const list of PORTFOLIO_LISTS) yield* listChunks(list, portfolio[list]);
  yield '\n}\n';
}

const RECORDS_PER_CHUNK = 100;
/** What stands around the records of a list that lies in an object. */
const LIST_OPENING = '{\n  "": [';
const LIST_CLOSING = '\n  ]\n}';

function* listChunks<L extends PortfolioList>(list: L, records: Portfolio[L]) {
  yield `,\n  "${list}": [`;
  for (let start = 0; start < records.length; start += RECORDS_PER_CHUNK) {
    const chunk = records.slice(start, start + RECORDS_PER_CHUNK).map((record) => recordJson(list, record));
    // Written where they will stand, the records have their indentation already.
    const text = JSON.stringify({ '': chunk }, null, 2).slice(LIST_OPENING.length, -LIST_CLOSING.length);
    yield start === 0 ? text : `,${text}`;
  }
  yield records.length === 0 ? ']' : '\n  ]';
}
