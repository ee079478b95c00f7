export const TIMEFRAME_KINDS = ['years', 'ongoing', 'annual', 'conditional', 'unspecified'] as const;
export type TimeframeKind = (typeof TIMEFRAME_KINDS)[number];

/**
 * When an activity happens. `printed` keeps the document's own words; `note` says what a printed timeframe does
 * not, such as the decision that a conditional one waits for.
 */
export type Timeframe =
  | {
      readonly kind: 'years';
      readonly startYear: number;
      readonly endYear: number;
      readonly printed: string | null;
      readonly note: string | null;
    }
  | {
      readonly kind: Exclude<TimeframeKind, 'years'>;
      readonly printed: string | null;
      readonly note: string | null;
    };
