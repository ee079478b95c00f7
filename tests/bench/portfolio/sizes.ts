/** How many records of each kind a made portfolio has. */
export type PortfolioSize = {
  readonly activities: number;
  readonly budgetLines: number;
  readonly donors: number;
  readonly prospects: number;
  readonly pledges: number;
  readonly instalments: number;
};

const MEDIUM: PortfolioSize = {
  activities: 1_000,
  budgetLines: 20_000,
  donors: 500,
  prospects: 5_000,
  pledges: 4_000,
  instalments: 12_000,
};

/** The sizes that the benchmark knows: a small secretariat, a large one, and ten of those. */
export const SIZES = {
  S: {
    activities: 40,
    budgetLines: 800,
    donors: 20,
    prospects: 200,
    pledges: 160,
    instalments: 480,
  },
  M: MEDIUM,
  L: {
    activities: 10 * MEDIUM.activities,
    budgetLines: 10 * MEDIUM.budgetLines,
    donors: 10 * MEDIUM.donors,
    prospects: 10 * MEDIUM.prospects,
    pledges: 10 * MEDIUM.pledges,
    instalments: 10 * MEDIUM.instalments,
  },
} as const satisfies Record<string, PortfolioSize>;

export type SizeName = keyof typeof SIZES;
export const SIZE_NAMES = Object.keys(SIZES) as readonly SizeName[];
