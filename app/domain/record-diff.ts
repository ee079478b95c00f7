import { fieldLabel } from './field-labels.ts';
import type { RecordJson } from './record-json.ts';

/** How one field of a record differs between two versions of it, in words. */
export type FieldChange = {
  /** Where it is: `timeframe.startYear`. */
  readonly path: string;
  readonly label: string;
} & (
  | { readonly kind: 'value'; readonly before: string | null; readonly after: string | null }
  /** A list: items by what they say. `isReordered` where it has the same ones in another order. */
  | {
      readonly kind: 'list';
      readonly removed: readonly string[];
      readonly added: readonly string[];
      readonly isReordered: boolean;
    }
);

type Json = unknown;

/** The fields in which two versions of a record differ, in their order; of one version, all that say something. */
export function fieldChanges(before: RecordJson | null, after: RecordJson | null): FieldChange[] {
  return changesWithin('', before ?? {}, after ?? {}, {
    before: currencyOf(before),
    after: currencyOf(after),
  });
}

type Currencies = { readonly before: string | null; readonly after: string | null };

function changesWithin(
  path: string,
  before: RecordJson,
  after: RecordJson,
  currencies: Currencies,
): FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    const inner = path === '' ? name : `${path}.${name}`;
    if (isObject(was) || isObject(is)) {
      return changesWithin(inner, isObject(was) ? was : {}, isObject(is) ? is : {}, currencies);
    }
    if (Array.isArray(was) || Array.isArray(is))
      return changedList(inner, listOf(was), listOf(is), currencies);
    // The same number is another amount in another currency.
    const isSame = was === is && !(isAmount(name) && currencies.before !== currencies.after);
    if (isSame) return [];
    return {
      kind: 'value' as const,
      path: inner,
      label: fieldLabel(inner),
      before: was === null ? null : inWords(name, was, currencies.before),
      after: is === null ? null : inWords(name, is, currencies.after),
    };
  });
}

function changedList(
  path: string,
  before: readonly Json[],
  after: readonly Json[],
  currencies: Currencies,
): FieldChange[] {
  const was = before.map((item) => itemWords(item, currencies.before));
  const is = after.map((item) => itemWords(item, currencies.after));
  const removed = without(was, is);
  const added = without(is, was);
  const isReordered =
    removed.length === 0 && added.length === 0 && was.some((words, index) => words !== is[index]);
  if (removed.length === 0 && added.length === 0 && !isReordered) return [];
  return [{ kind: 'list', path, label: fieldLabel(path), removed, added, isReordered }];
}

/** What is in a list and not in another one; an item that occurs twice has to be there twice. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of others) left.set(item, (left.get(item) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

function itemWords(item: Json, currency: string | null): string {
  if (!isObject(item)) return inWords('', item, currency);
  const said = Object.entries(item).filter(([, value]) => value !== null && value !== '');
  return said.map(([name, value]) => `${fieldLabel(name)} ${inWords(name, value, currency)}`).join(', ');
}

function inWords(name: string, value: Json, currency: string | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isAmount(name) && currency !== null ? `${grouped(text)} ${currency}` : text;
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

function isAmount(name: string): boolean {
  return name === 'amount' || name === 'unitCost';
}

function currencyOf(record: RecordJson | null): string | null {
  return typeof record?.currency === 'string' ? record.currency : null;
}

function isObject(value: Json): value is RecordJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
