import type { IsoDate } from './dates.ts';
import type { ProgrammeFacts } from './facts.ts';
import type { Forecast } from './forecast.ts';
import { type Currency, formatAmount } from './money.ts';

/** The forecast as the command line and the API answer it; amounts are decimal strings. @source domain.md, section 7 */
export type ForecastAnswer = {
  readonly programme: string;
  readonly currency: Currency;
  readonly asOf: IsoDate;
  readonly method: Forecast['method'];
  readonly expectedGap: string;
  readonly p10: string;
  readonly p50: string;
  readonly p90: string;
  readonly unbudgeted: readonly string[];
  readonly activities: readonly {
    readonly code: string;
    readonly gapIfPledgesHold: string | null;
    readonly expectedGap: string | null;
    readonly probabilityFunded: number | null;
  }[];
  readonly prospects: readonly { readonly code: string; readonly value: string }[];
};

/** Writes a forecast with amounts as decimal strings. @source domain.md, section 7 */
export function forecastAnswer(
  { programme, currency, asOf }: Pick<ProgrammeFacts, 'programme' | 'currency' | 'asOf'>,
  forecast: Forecast,
): ForecastAnswer {
  const text = (minor: bigint) => formatAmount(minor, currency);
  return {
    programme: programme.code,
    currency,
    asOf,
    method: forecast.method,
    expectedGap: text(forecast.expectedGapMinor),
    p10: text(forecast.p10Minor),
    p50: text(forecast.p50Minor),
    p90: text(forecast.p90Minor),
    unbudgeted: forecast.unbudgeted,
    activities: forecast.activities.map((activity) => ({
      code: activity.code,
      gapIfPledgesHold: activity.gapIfPledgesHoldMinor === null ? null : text(activity.gapIfPledgesHoldMinor),
      expectedGap: activity.expectedGapMinor === null ? null : text(activity.expectedGapMinor),
      probabilityFunded: activity.probabilityFunded,
    })),
    prospects: forecast.prospects.map(({ code, valueMinor }) => ({ code, value: text(valueMinor) })),
  };
}
