/** An ISO calendar date, `YYYY-MM-DD`; such texts compare in time order. */
export type IsoDate = string;

/** True for a date that exists, such as `2012-02-29`, in the form `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
