import type { Bundle } from './bundle-json.ts';
import { type GapQuestion, referenceGap } from './gap.ts';
import { tinyBundle } from './tiny-bundle.ts';

type Answer = { rows: Record<string, unknown>[]; total: Record<string, unknown> };

/** The reference's gap of programme P in a tiny bundle, by activity at the end of 2012 in USD unless asked otherwise. */
export function gapOf(parts: Partial<Bundle>, question: Partial<GapQuestion> = {}): Answer {
  const whole = { programme: 'P', asOf: '2012-12-31', currency: 'USD', by: 'activity' as const, ...question };
  return referenceGap(tinyBundle(parts), whole) as Answer;
}

export const RATES = [
  { currency: 'JPY', from: '2012-01-01', unitsPerBase: '80' },
  { currency: 'KWD', from: '2012-01-01', unitsPerBase: '0.281' },
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.8' },
  { currency: 'EUR', from: '2012-07-01', unitsPerBase: '0.75' },
];
