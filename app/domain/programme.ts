/** A work programme with a period, e.g. the CMS–CITES Joint Work Programme 2012–2014. */
export type Programme = {
  readonly code: string;
  readonly title: string;
  readonly startYear: number;
  readonly endYear: number;
};

/** A main chapter of a programme; its code is unique within the programme. */
export type Theme = { readonly programme: string; readonly code: string; readonly title: string };
