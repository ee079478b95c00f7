import type { Database } from '#app/data/database.server.ts';
import { listProgrammes } from '#app/data/programmes.server.ts';
import { findRateBook } from '#app/data/rates.server.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import { reportingCurrencies } from '#app/domain/rates.ts';
import type { FigureChoices } from '#app/forms/figure-query.ts';

/** What a page, a command or the API may ask figures about. */
export async function findFigureChoices(db: Database): Promise<FigureChoices> {
  const [programmes, rates] = await Promise.all([listProgrammes(db), findRateBook(db)]);
  return {
    programmes: programmes.map(({ code }) => code),
    baseCurrency: rates.baseCurrency,
    currencies: reportingCurrencies(rates),
    today: today(new Date()),
  };
}

/** The date on the calendar where this program runs. */
function today(now: Date): IsoDate {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}
