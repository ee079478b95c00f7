import type { Database } from '#app/data/database.server.ts';
import { findSeenFacts } from '#app/data/facts.server.ts';
import type { Sight } from '#app/domain/confidential.ts';
import type { ProgrammeFacts } from '#app/domain/facts.ts';
import { forecast } from '#app/domain/forecast.ts';
import { type ForecastAnswer, forecastAnswer } from '#app/domain/forecast-answer.ts';
import { fundingGap, remainingNeeds } from '#app/domain/gap.ts';
import { type GapAnswer, gapAnswer } from '#app/domain/gap-answer.ts';
import type { Problem } from '#app/domain/portfolio-check-findings.ts';
import { MissingRateError } from '#app/domain/rates.ts';
import { seenReport } from '#app/domain/shown-figures.ts';
import {
  type FigureQuery,
  type QueryParameters,
  readFigureQuery,
  readGapQuery,
} from '#app/forms/figure-query.ts';
import { findFigureChoices } from './choices.server.ts';

/** An answer, or what is wrong with the question: each problem's path is the parameter that it is about. */
export type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The funding gap, told apart by one dimension.
 *
 * @param sight Whoever has the server's command line sees everything.
 * @source domain.md, section 7
 */
export async function answerGap(
  db: Database,
  parameters: QueryParameters,
  sight: Sight = 'everything',
): Promise<Answered<GapAnswer>> {
  const read = readGapQuery(parameters, await findFigureChoices(db, sight));
  if (!read.ok) return read;
  return answerFrom(db, read.query, sight, (facts) => gapAnswer(seenReport(facts, sight), read.query.by));
}

/** What open prospects may leave of the gap. @source domain.md, sections 5 and 7 */
export async function answerForecast(
  db: Database,
  parameters: QueryParameters,
): Promise<Answered<ForecastAnswer>> {
  const read = readFigureQuery(parameters, await findFigureChoices(db));
  if (!read.ok) return read;
  return answerFrom(db, read.query, 'everything', (facts) =>
    forecastAnswer(facts, forecast(facts, remainingNeeds(fundingGap(facts)))),
  );
}

async function answerFrom<T>(
  db: Database,
  query: FigureQuery,
  sight: Sight,
  compute: (facts: ProgrammeFacts) => T,
): Promise<Answered<T>> {
  const facts = await findSeenFacts(db, query, sight);
  if (facts === null) return refuse('programme', `"${query.programme}" has just been deleted`);
  try {
    return { ok: true, answer: compute(facts) };
  } catch (error) {
    if (error instanceof MissingRateError) {
      return refuse('currency', `cannot be ${query.currency}: ${error.message}`);
    }
    throw error;
  }
}

function refuse(path: string, message: string): Answered<never> {
  return { ok: false, problems: [{ path, message }] };
}
