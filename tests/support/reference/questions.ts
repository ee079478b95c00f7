import { eventDates } from '../random-bundle.ts';
import type { Bundle, Question } from './bundle-json.ts';
import { CURRENCIES } from './random-terms.ts';

/**
 * Questions to ask of a bundle: each programme on three dates on which something happens, or after it all, each in
 * another currency. Which ones depends on `turn` only.
 */
export function questionsFor(bundle: Bundle, turn: number): Question[] {
  const dates = eventDates(bundle);
  const last = dates.length - 1;
  const places = new Set([(turn * 7) % dates.length, (turn * 13 + 5) % dates.length, last - (turn % 3)]);
  return (bundle.programmes ?? []).flatMap(({ code: programme }) =>
    [...places].map((place, index) => ({
      ...{ programme, asOf: dates[place] ?? '2015-06-30' },
      currency: CURRENCIES[(turn + index) % CURRENCIES.length] ?? 'USD',
    })),
  );
}
