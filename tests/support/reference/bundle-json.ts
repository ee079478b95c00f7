/** The portfolio bundle as plain parsed JSON (domain.md, section 6): only what the figures are made from. */
export type Bundle = {
  readonly format: 'portfolio-bundle';
  readonly version: 1;
  readonly baseCurrency: string;
  readonly exchangeRates?: readonly Rate[];
  readonly programmes?: readonly Programme[];
  readonly themes?: readonly { readonly programme: string; readonly code: string; readonly title: string }[];
  readonly speciesProgrammes?: readonly { readonly code: string; readonly name: string }[];
  readonly activities?: readonly Activity[];
  readonly budgets?: readonly Budget[];
  readonly donors?: readonly { readonly code: string; readonly name: string }[];
  readonly prospects?: readonly Prospect[];
  readonly pledges?: readonly Pledge[];
};

export type Rate = { readonly currency: string; readonly from: string; readonly unitsPerBase: string };

export type Programme = {
  readonly code: string;
  readonly title: string;
  readonly startYear: number;
  readonly endYear: number;
};

export type Activity = {
  readonly programme: string;
  readonly code: string;
  readonly theme: string;
  readonly title: string;
  readonly species?: readonly { readonly code: string; readonly share: string }[] | null;
  readonly funding: string;
  readonly priority?: string | null;
  readonly status: string;
};

export type BudgetLine = {
  readonly quantity: string;
  readonly unitCost: string;
  readonly year: number;
  readonly funding?: string | null;
};

export type Budget = {
  readonly programme?: string | null;
  readonly activity: string;
  readonly version: number;
  readonly status: string;
  readonly approvedOn?: string | null;
  readonly rateDate: string;
  readonly currency: string;
  readonly pscRate: string;
  readonly lines: readonly BudgetLine[];
};

type Ask = {
  readonly programme?: string | null;
  readonly activity: string;
  readonly amount: string;
};

export type Prospect = {
  readonly code: string;
  readonly donor: string;
  readonly createdOn: string;
  readonly stage: string;
  readonly currency: string;
  readonly probability?: string | null;
  readonly decisionBy?: string | null;
  readonly asks?: readonly Ask[] | null;
};

export type Earmark = {
  readonly activities?: readonly string[] | null;
  readonly species?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  readonly years?: readonly number[] | null;
};

export type Allocation = {
  readonly activity: string;
  readonly year?: number | null;
  readonly amount: string;
};

type Payment = { readonly date: string; readonly amount: string };

export type Pledge = {
  readonly code: string;
  readonly programme: string;
  readonly donor: string;
  readonly prospect?: string | null;
  readonly date: string;
  readonly committedOn?: string | null;
  readonly cancelledOn?: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly earmark?: Earmark | null;
  readonly allocations?: readonly Allocation[] | null;
  readonly receipts?: readonly Payment[] | null;
  readonly writeOffs?: readonly (Payment & { readonly reason?: string | null })[] | null;
};

/** What both answers are asked for. */
export type Question = { readonly programme: string; readonly asOf: string; readonly currency: string };
