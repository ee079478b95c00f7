import type { FieldProblem } from './bundle-messages.ts';
import type { JsonPath } from './json-path.ts';

type JsonObject = Record<PropertyKey, unknown>;
type Placeholder = string | number | null | PlaceholderObject | readonly Placeholder[];
type PlaceholderObject = { readonly [key: string]: Placeholder };

const DATE = '0001-01-01';
/** Stands for a code or text that could not be read. */
export const UNREADABLE = '(unreadable)';
const CODE = UNREADABLE;
/** The currency with the most decimals: no amount is refused for an unreadable currency. */
const CURRENCY = 'CLF';

/**
 * Stand-ins for required values that could not be read, so that the rest of a record is still checked and every
 * problem is in one answer. They are chosen to cause no problem elsewhere and never leave the reader. Keys that
 * may be null have none.
 */
export const PLACEHOLDERS = {
  exchangeRates: { currency: CURRENCY, from: DATE, unitsPerBase: '1' },
  programmes: { code: CODE, title: CODE, startYear: 1900, endYear: 2200 },
  themes: { programme: CODE, code: CODE, title: CODE },
  speciesProgrammes: { code: CODE, name: CODE, status: 'other', taxa: [{ scientificName: CODE }] },
  activities: {
    programme: CODE,
    code: CODE,
    theme: CODE,
    title: CODE,
    species: [{ code: CODE, share: '0' }],
    timeframe: null,
    funding: 'core',
    partners: [CODE],
    status: 'planned',
    items: [{ code: CODE, title: CODE }],
  },
  budgets: {
    activity: CODE,
    version: 1,
    status: 'draft',
    rateDate: DATE,
    currency: CURRENCY,
    pscRate: '0',
    lines: [
      { category: 'staff', description: CODE, quantity: '0', unitCost: '0', year: 1900, funding: 'external' },
    ],
  },
  donors: { code: CODE, name: CODE, type: 'other', interests: { themes: [CODE], species: [CODE] } },
  prospects: {
    code: CODE,
    donor: CODE,
    createdOn: DATE,
    stage: 'identified',
    currency: CURRENCY,
    asks: [{ activity: CODE, amount: '0' }],
  },
  pledges: {
    code: CODE,
    programme: CODE,
    donor: CODE,
    date: DATE,
    currency: CURRENCY,
    amount: '100000000',
    earmark: { activities: [CODE], species: [CODE], themes: [CODE], years: [1900] },
    allocations: [{ activity: CODE, amount: '0' }],
    instalments: [{ due: '2200-12-31', amount: '0' }],
    receipts: [{ date: '2200-12-31', amount: '0' }],
    writeOffs: [{ date: '2200-12-31', amount: '0' }],
  },
} as const satisfies Record<string, PlaceholderObject>;

/** A copy of a record in which every unreadable value, or the whole of it, is a stand-in. */
export function repairRecord(
  record: unknown,
  problems: readonly FieldProblem[],
  placeholders: PlaceholderObject,
): unknown {
  if (!isObject(record) || Array.isArray(record)) return placeholders;
  const copy = structuredClone(record);
  for (const { path, isUnknownKey } of problems) {
    const reached = isUnknownKey ? path : replacedPath(placeholders, path);
    const parent = valueAt(copy, reached.slice(0, -1));
    const key = reached.at(-1);
    if (!isObject(parent) || key === undefined) continue;
    if (isUnknownKey) delete parent[key];
    else parent[key] = placeholderAt(placeholders, reached);
  }
  return copy;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function valueAt(root: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
}

/** Where a stand-in is null although there are values below it, these are replaced as one. */
function replacedPath(placeholders: PlaceholderObject, path: JsonPath): JsonPath {
  const whole = path.findIndex((_, index) => valueAt(placeholders, path.slice(0, index + 1)) === null);
  return whole === -1 ? path : path.slice(0, whole + 1);
}

function placeholderAt(placeholders: PlaceholderObject, path: JsonPath): unknown {
  const model = path.map((part) => (typeof part === 'number' ? 0 : part));
  const placeholder = valueAt(placeholders, model);
  // A list or object that is none at all is left out rather than filled with stand-ins.
  const isElement = typeof path.at(-1) === 'number';
  return isObject(placeholder) && !isElement ? null : (placeholder ?? null);
}
