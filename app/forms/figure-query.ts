import { type IsoDate, isIsoDate } from '#app/domain/dates.ts';
import { GAP_DIMENSIONS, type GapDimension } from '#app/domain/gap-rows.ts';
import type { Currency } from '#app/domain/money.ts';
import type { Problem } from '#app/domain/portfolio-check-findings.ts';
import { oneOf } from './bundle-messages.ts';
import { quote } from './fields.ts';

/** What a figure is about; `by` is null where nothing asks how to break it down. */
export type FigureQuery = {
  readonly programme: string;
  readonly asOf: IsoDate;
  readonly currency: Currency;
  readonly by: GapDimension | null;
};

export type FigureChoices = {
  readonly programmes: readonly string[];
  readonly baseCurrency: Currency;
  /** The currencies that have a rate, and the base. */
  readonly currencies: readonly Currency[];
  readonly today: IsoDate;
  /** The latest day to ask about; null for any. */
  readonly lastDay: IsoDate | null;
};

/** The query of a URL, or the options of a command by the same names. */
export type QueryParameters = URLSearchParams | Readonly<Record<string, string | null | undefined>>;

type Answer<T> =
  | { readonly ok: true; readonly query: T }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads `programme`, `asOf`, `currency` and `by`. An empty value counts as left out, as forms send it. Left out,
 * the programme is the only one, the date today and the currency the base currency.
 *
 * @returns The query, or problems whose path is the parameter and whose message names the choices.
 * @source domain.md, section 7
 */
export function readFigureQuery(parameters: QueryParameters, choices: FigureChoices): Answer<FigureQuery> {
  const problems: Problem[] = [];
  const oneValue = (name: string): string | null => {
    const [value, ...others] = valuesOf(parameters, name);
    if (others.length > 0) problems.push({ path: name, message: 'is given more than once' });
    return value ?? null;
  };
  const choose = <T extends string>(name: string, options: readonly T[], value: string | null): T | null => {
    const found = options.find((option) => option === value);
    if (value !== null && found === undefined) {
      problems.push({ path: name, message: `${quote(value)} is unknown: ${listChoices(options)}` });
    }
    return found ?? null;
  };

  const stated = oneValue('programme');
  const [only = '', ...otherProgrammes] = choices.programmes;
  const programme = choose('programme', choices.programmes, stated);
  if (stated === null && (only === '' || otherProgrammes.length > 0)) {
    problems.push({ path: 'programme', message: `is missing: ${listChoices(choices.programmes)}` });
  }
  const asOf = oneValue('asOf') ?? choices.today;
  if (!isIsoDate(asOf)) {
    problems.push({ path: 'asOf', message: `${quote(asOf)} is not a date that exists, such as 2012-04-10` });
  } else if (choices.lastDay !== null && asOf > choices.lastDay) {
    problems.push({ path: 'asOf', message: `${quote(asOf)} must not be after today, ${choices.lastDay}` });
  }
  const currency = choose('currency', choices.currencies, oneValue('currency')) ?? choices.baseCurrency;
  const by = choose('by', GAP_DIMENSIONS, oneValue('by'));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, query: { programme: programme ?? only, asOf, currency, by } };
}

/** As {@link readFigureQuery}, for an answer that is always broken down: `by` is needed. */
export function readGapQuery(
  parameters: QueryParameters,
  choices: FigureChoices,
): Answer<FigureQuery & { readonly by: GapDimension }> {
  const read = readFigureQuery(parameters, choices);
  const missing = { path: 'by', message: `is missing: ${listChoices(GAP_DIMENSIONS)}` };
  const isMissing = valuesOf(parameters, 'by').length === 0;
  if (!read.ok) return isMissing ? { ok: false, problems: [...read.problems, missing] } : read;
  const { by } = read.query;
  return by === null ? { ok: false, problems: [missing] } : { ok: true, query: { ...read.query, by } };
}

function valuesOf(parameters: QueryParameters, name: string): string[] {
  const values = parameters instanceof URLSearchParams ? parameters.getAll(name) : [parameters[name]];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function listChoices(choices: readonly string[]): string {
  return choices.length === 0 ? 'the portfolio has none' : `choose ${oneOf(choices)}`;
}
