import type { Currency } from './money.ts';

export const DONOR_TYPES = [
  'government',
  'multilateral',
  'foundation',
  'private-sector',
  'ngo',
  'individual',
  'other',
] as const;
export type DonorType = (typeof DONOR_TYPES)[number];

/** An organisation or person that gives. */
export type Donor = {
  readonly code: string;
  readonly name: string;
  readonly type: DonorType;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly currency: Currency | null;
  /** The highest PSC rate the donor pays, a plain decimal: `"0.07"` is 7 %. */
  readonly pscCap: string | null;
  readonly interests: { readonly themes: readonly string[]; readonly species: readonly string[] };
};
