import type { IsoDate } from './dates.ts';
import type { Currency } from './money.ts';

export const OPEN_STAGES = [
  'identified',
  'qualified',
  'cultivation',
  'concept',
  'proposal',
  'negotiation',
] as const;
export const PROSPECT_STAGES = [...OPEN_STAGES, 'won', 'lost'] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];
export type ProspectStage = (typeof PROSPECT_STAGES)[number];

/** Default probability of each open stage, plain decimals. @source domain.md, section 5 */
export const DEFAULT_PROBABILITIES: Readonly<Record<OpenStage, string>> = {
  identified: '0.05',
  qualified: '0.10',
  cultivation: '0.20',
  concept: '0.30',
  proposal: '0.60',
  negotiation: '0.90',
};

/** What a prospect asks for one activity; the amount is in minor units of the prospect's currency. */
export type Ask = { readonly programme: string; readonly activity: string; readonly amountMinor: bigint };

/** A possible gift: a donor and one or more activities. */
export type Prospect = {
  readonly code: string;
  readonly donor: string;
  readonly createdOn: IsoDate;
  readonly stage: ProspectStage;
  readonly currency: Currency;
  /** The prospect's own probability, a plain decimal from 0 to 1, which replaces the stage's default, also when 0. */
  readonly probability: string | null;
  readonly decisionBy: IsoDate | null;
  readonly nextStep: string | null;
  readonly asks: readonly Ask[];
};

/** True while a prospect is neither won nor lost. */
export function isOpenStage(stage: ProspectStage): stage is OpenStage {
  return stage !== 'won' && stage !== 'lost';
}
