import { importPortfolio } from '#app/data/portfolio.server.ts';
import { isCurrency } from '#app/domain/money.ts';
import { isEmptyPortfolio } from '#app/domain/portfolio-merge.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { answer } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

const DEFAULT_CURRENCY = 'USD';

export const command: Command = {
  options: { currency: { type: 'string' } },
  wordCount: 0,
  async run({ values: { currency = DEFAULT_CURRENCY } }, terminal) {
    if (!isCurrency(currency)) {
      throw new UsageError(`--currency "${currency}" is not an ISO 4217 currency code such as USD`);
    }
    await withDatabase(terminal, (db) =>
      importPortfolio(db, (current) => {
        if (!isEmptyPortfolio(current))
          throw new CommandError('the portfolio is not empty: nothing was changed');
        return { ...current, baseCurrency: currency, demonstration: false };
      }),
    );
    await answer(terminal, `an empty portfolio is ready; its base currency is ${currency}`);
  },
};
