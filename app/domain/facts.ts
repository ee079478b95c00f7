import type { ActivityFunding, ActivityStatus, Priority, SpeciesShare } from './activity.ts';
import type { IsoDate } from './dates.ts';
import type { Earmark } from './earmark.ts';
import type { Currency } from './money.ts';
import type { Allocation, Receipt } from './pledge.ts';
import type { Programme, Theme } from './programme.ts';
import type { OpenStage } from './prospect.ts';
import type { RateBook } from './rates.ts';
import type { SpeciesStatus } from './species.ts';

/**
 * What one programme's figures are computed from, as it stood on `asOf`: nothing dated later is in it. The
 * database aggregates what the rounding rules let it (lines by year, write-offs by pledge, receipts in the
 * reporting currency).
 */
export type ProgrammeFacts = {
  readonly programme: Programme;
  readonly asOf: IsoDate;
  /** The currency that every figure is reported in. */
  readonly currency: Currency;
  readonly rates: RateBook;
  readonly themes: readonly Theme[];
  readonly speciesProgrammes: readonly {
    readonly code: string;
    readonly name: string;
    readonly status: SpeciesStatus;
  }[];
  readonly activities: readonly ActivityFacts[];
  readonly pledges: readonly PledgeFacts[];
  readonly prospects: readonly ProspectFacts[];
};

export type ActivityFacts = {
  readonly code: string;
  readonly title: string;
  readonly theme: string;
  readonly status: ActivityStatus;
  readonly funding: ActivityFunding;
  readonly priority: Priority | null;
  readonly species: readonly SpeciesShare[];
  /** The version in force on the as-of date, or null. */
  readonly budget: BudgetFacts | null;
};

export type BudgetFacts = {
  readonly version: number;
  readonly currency: Currency;
  readonly rateDate: IsoDate;
  /** A plain decimal. */
  readonly pscRate: string;
  /** External direct cost by year, years ascending, minor units of the budget's currency. */
  readonly directs: readonly { readonly year: number; readonly directMinor: bigint }[];
};

export type PledgeFacts = {
  readonly code: string;
  readonly donor: string;
  readonly currency: Currency;
  readonly amountMinor: bigint;
  readonly committedOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly earmark: Earmark;
  /** The explicit ones only. */
  readonly allocations: readonly Allocation[];
  /**
   * Receipts up to the as-of date. Those of a pledge in the reporting currency may come as one sum, as no rate is
   * applied to them.
   */
  readonly receipts: readonly Receipt[];
  /** Σ write-offs up to the as-of date. */
  readonly writtenOffMinor: bigint;
};

/** An open prospect that exists on the as-of date and that no pledge names, stale ones too. */
export type ProspectFacts = {
  readonly code: string;
  readonly donor: string;
  readonly currency: Currency;
  readonly stage: OpenStage;
  /** The prospect's own, a plain decimal, or null for the stage's default. */
  readonly probability: string | null;
  readonly decisionBy: IsoDate | null;
  /** Only asks for activities of this programme. */
  readonly asks: readonly { readonly activity: string; readonly amountMinor: bigint }[];
};
