import { type AppLoadContext, redirect } from '@remix-run/node';
import { findSeenFacts } from '#app/data/facts.server.ts';
import { listProgrammes } from '#app/data/programmes.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import { visitorSight } from '#app/domain/confidential.ts';
import { MissingRateError } from '#app/domain/rates.ts';
import { type SeenReport, seenReport } from '#app/domain/shown-figures.ts';
import { findFigureChoices } from '#app/figures/choices.server.ts';
import { type FigureQuery, readFigureQuery } from '#app/forms/figure-query.ts';

/** The question is right; the portfolio is not in a state to answer it. */
const NOTHING_YET = 409;

type Asking = Pick<AppLoadContext, 'db' | 'visitor'>;

/** What the controls of a page offer, what they stand on, and what applies where the URL says nothing. */
export async function findFigureControls({ db, visitor }: Asking, request: Request) {
  const [{ demonstration }, programmes, choices] = await Promise.all([
    findSettings(db),
    listProgrammes(db),
    findFigureChoices(db, visitorSight(visitor)),
  ]);
  const defaults: Omit<FigureQuery, 'by'> = {
    programme: programmes[0]?.code ?? '',
    asOf: choices.today,
    currency: choices.baseCurrency,
  };
  const read = readFigureQuery(withDefault(request, defaults.programme), choices);
  return {
    isDemonstration: demonstration,
    programmes,
    currencies: choices.currencies,
    defaults,
    // The page itself refuses a wrong query; what surrounds it then stands on the defaults.
    choice: read.ok ? read.query : defaults,
    problems: read.ok ? [] : read.problems,
  };
}

/**
 * Every figure of the programme that a page is about, as its visitor may see them: 400 with the choices in words where the URL asks for
 * something else, or where a figure has no exchange rate yet.
 */
export async function requireReport(context: Asking, request: Request): Promise<SeenReport> {
  const { choice, problems, programmes } = await findFigureControls(context, request);
  const sight = visitorSight(context.visitor);
  if (programmes.length === 0) {
    throw new Response('The portfolio has no programme yet. Import a bundle, and its figures are here.', {
      status: NOTHING_YET,
    });
  }
  if (problems.length > 0) {
    throw refusal(problems.map(({ path, message }) => `${path} ${message}.`).join(' '));
  }
  const facts = await findSeenFacts(context.db, choice, sight);
  if (!facts) throw refusal(`The programme ${choice.programme} has just been deleted.`);
  try {
    return seenReport(facts, sight);
  } catch (error) {
    if (error instanceof MissingRateError) throw refusal(`${error.message}.`);
    throw error;
  }
}

/** As {@link requireReport}, for the page of a programme itself, whose links must stay with it. */
export async function requireReportOf(context: Asking, request: Request, code: string): Promise<SeenReport> {
  const { choice, programmes } = await findFigureControls(context, request);
  if (choice.programme === code) return requireReport(context, request);
  if (!programmes.some((programme) => programme.code === code)) {
    throw new Response(`There is no programme “${code}”.`, { status: 404 });
  }
  const url = new URL(request.url);
  url.searchParams.set('programme', code);
  throw redirect(url.pathname + url.search);
}

function refusal(words: string): Response {
  return new Response(words, { status: 400 });
}

// With several programmes a page shows the first one; an answer of the API would ask which.
function withDefault(request: Request, programme: string): URLSearchParams {
  const parameters = new URLSearchParams({ programme });
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value && (name === 'programme' || name === 'asOf' || name === 'currency'))
      parameters.set(name, value);
  }
  return parameters;
}
