import type { RecordKind } from '../record-kind.server.ts';
import { ACTIVITIES } from './activities.server.ts';
import { BUDGETS } from './budgets.server.ts';
import { DONORS } from './donors.server.ts';
import { EXCHANGE_RATES } from './exchange-rates.server.ts';
import { PLEDGES } from './pledges.server.ts';
import { PROGRAMMES, THEMES } from './programmes.server.ts';
import { PROSPECTS } from './prospects.server.ts';
import { SPECIES_PROGRAMMES } from './species.server.ts';

/** Every kind of record of a portfolio; what a kind refers to comes before it. */
export const RECORD_KINDS: readonly RecordKind[] = [
  EXCHANGE_RATES,
  PROGRAMMES,
  THEMES,
  SPECIES_PROGRAMMES,
  ACTIVITIES,
  BUDGETS,
  DONORS,
  PROSPECTS,
  PLEDGES,
];
