import type { Database } from '#app/data/database.server.ts';
import { listProgrammes } from '#app/data/programmes.server.ts';
import { findRateBook } from '#app/data/rates.server.ts';
import type { Sight } from '#app/domain/confidential.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import { reportingCurrencies } from '#app/domain/rates.ts';
import type { FigureChoices } from '#app/forms/figure-query.ts';

/**
 * What a page, a command or the API may ask figures about. Tomorrow's agreements are not decided today: who sees
 * only what is decided asks about no later day.
 */
export async function findFigureChoices(db: Database, sight: Sight = 'everything'): Promise<FigureChoices> {
  const [programmes, rates] = await Promise.all([listProgrammes(db), findRateBook(db)]);
  const now = today(new Date());
  return {
    programmes: programmes.map(({ code }) => code),
    baseCurrency: rates.baseCurrency,
    currencies: reportingCurrencies(rates),
    today: now,
    lastDay: sight === 'decided' ? now : null,
  };
}

/** The date on the calendar where this program runs. */
function today(now: Date): IsoDate {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}
