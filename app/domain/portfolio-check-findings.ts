import type { Portfolio } from './portfolio.ts';

/** What is wrong and where: a JSON path such as `pledges[3].allocations[0].amount` and a sentence for people. */
export type Problem = { readonly path: string; readonly message: string };

/** The lists of a portfolio, by the name that a bundle gives them. */
export type PortfolioList = Exclude<keyof Portfolio, 'baseCurrency' | 'demonstration'>;

export type PortfolioRecord = Portfolio[PortfolioList][number];

/**
 * What a finding was drawn from: a path within its record (`.currency`), a path of the bundle (`donors`), or a
 * field of another record.
 */
type Source = string | { readonly record: PortfolioRecord; readonly field: string };

/**
 * Takes a problem of one record.
 *
 * @param field     Path within the record.
 * @param dependsOn What the finding was drawn from besides that field: it is void where one of these could not be
 *   read.
 */
export type Report = (
  record: PortfolioRecord,
  field: string,
  message: string,
  dependsOn?: readonly Source[],
) => void;

/** Keeps the first problems and counts the others, so that a wholly wrong file has a readable answer. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  readonly #longest: number;
  #count = 0;

  constructor(longest = 1_000) {
    this.#longest = longest;
  }

  get count(): number {
    return this.#count;
  }

  add(path: string, message: string): void {
    this.#count += 1;
    if (this.#kept.length < this.#longest) this.#kept.push({ path, message });
  }

  /** The problems kept; when there were more, a last one without a path says how many. */
  toProblems(): Problem[] {
    const more = this.#count - this.#kept.length;
    return more === 0 ? [...this.#kept] : [...this.#kept, { path: '', message: `and ${more} more problems` }];
  }
}
