import type { ForecastAnswer } from '#app/domain/forecast-answer.ts';
import { unbudgetedLines } from './gap-text.ts';
import { type Column, layOut, withThousands } from './table.ts';

type Activity = ForecastAnswer['activities'][number];
type Prospect = ForecastAnswer['prospects'][number];

const METHODS: Readonly<Record<ForecastAnswer['method'], string>> = {
  exact: 'exact',
  'monte-carlo': 'simulated with a fixed seed',
};

const ACTIVITY_COLUMNS: readonly Column<Activity>[] = [
  {
    heading: 'activity',
    align: 'left',
    cell: ({ code, expectedGap }) => (expectedGap === null ? `${code} *` : code),
  },
  {
    heading: 'Gap if pledges hold',
    align: 'right',
    cell: ({ gapIfPledgesHold }) => figure(gapIfPledgesHold),
  },
  { heading: 'Expected gap', align: 'right', cell: ({ expectedGap }) => figure(expectedGap) },
  { heading: 'Fully funded', align: 'right', cell: ({ probabilityFunded }) => percent(probabilityFunded) },
];

const PROSPECT_COLUMNS: readonly Column<Prospect>[] = [
  { heading: 'prospect', align: 'left', cell: ({ code }) => code },
  { heading: 'Value', align: 'right', cell: ({ value }) => figure(value) },
];

/** The forecast as tables for a terminal. */
export function forecastText(forecast: ForecastAnswer): string {
  const totals = [
    ['Expected', forecast.expectedGap],
    ['P10', forecast.p10],
    ['P50', forecast.p50],
    ['P90', forecast.p90],
  ] as const;
  const totalColumns: Column<(typeof totals)[number]>[] = [
    { heading: 'remaining gap', align: 'left', cell: ([name]) => name },
    { heading: 'Amount', align: 'right', cell: ([, amount]) => figure(amount) },
  ];
  return [
    `${forecast.programme}: forecast on ${forecast.asOf}, in ${forecast.currency}`,
    '',
    layOut(totalColumns, totals),
    `Percentiles: ${METHODS[forecast.method]}`,
    '',
    layOut(ACTIVITY_COLUMNS, forecast.activities),
    '',
    ...unbudgetedLines(forecast.unbudgeted),
    layOut(PROSPECT_COLUMNS, forecast.prospects),
  ].join('\n');
}

function figure(amount: string | null): string {
  return amount === null ? '–' : withThousands(amount);
}

function percent(probability: number | null): string {
  return probability === null ? '–' : `${(probability * 100).toFixed(1)} %`;
}
