import { z } from 'zod';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { Problem } from '#app/domain/portfolio-check-findings.ts';
import type { StatedBudget } from './budget-schema.ts';
import { describeIssue, type FieldProblem, fieldProblems } from './bundle-messages.ts';
import { BundleProblems } from './bundle-problems.ts';
import { PLACEHOLDERS, repairRecord } from './bundle-repair.ts';
import { bundleHeadSchema, RECORD_SCHEMAS } from './bundle-schema.ts';
import { formatPath, joinPaths } from './json-path.ts';
import { JSON_LIMITS, readJson } from './json-text.ts';
import type { StatedProspect } from './prospect-schema.ts';
import { decodeText } from './text-bytes.ts';

/** What a bundle says: a portfolio whose budgets and asks may leave the programme to the activity's code. */
export type ReadBundle = Omit<Portfolio, 'budgets' | 'prospects'> & {
  readonly budgets: readonly StatedBudget[];
  readonly prospects: readonly StatedProspect[];
};

export type BundleLimits = { readonly bytes: number };
export const BUNDLE_LIMITS: BundleLimits = { bytes: 256 * 1024 * 1024 };

/**
 * Reads the text of a portfolio bundle into domain values.
 *
 * Only shapes and single values are looked at here; `prepareImport` also checks what records say about each other.
 */
export function readBundle(
  source: string | Uint8Array,
  limits: BundleLimits = BUNDLE_LIMITS,
): { ok: true; bundle: ReadBundle } | { ok: false; problems: Problem[] } {
  const problems = new BundleProblems();
  const bundle = readBundleParts(source, limits, problems);
  return bundle && problems.isEmpty ? { ok: true, bundle } : { ok: false, problems: problems.toProblems() };
}

/**
 * Reads as much of a bundle as can be read. Where problems were added, unreadable values have stand-ins: such a
 * bundle is good for finding further problems and nothing else. Null when there is nothing to look at.
 */
export function readBundleParts(
  source: string | Uint8Array,
  limits: BundleLimits,
  problems: BundleProblems,
): ReadBundle | null {
  const decoded = decodeText(source, limits.bytes);
  if (decoded.kind === 'refused') {
    problems.add('', decoded.message);
    return null;
  }
  const read = readJson(decoded.text, JSON_LIMITS);
  for (const { path, message } of read.problems) problems.add(path, message);
  if (read.value === undefined) return null;
  const head = readRepairing(bundleHeadSchema, read.value, HEAD_PLACEHOLDERS, '', problems);
  const records = <K extends keyof typeof RECORD_SCHEMAS>(name: K) => readList(name, head[name], problems);
  return {
    baseCurrency: head.baseCurrency,
    demonstration: head.demonstration,
    exchangeRates: records('exchangeRates'),
    programmes: records('programmes'),
    themes: records('themes'),
    speciesProgrammes: records('speciesProgrammes'),
    activities: records('activities'),
    budgets: records('budgets'),
    donors: records('donors'),
    prospects: records('prospects'),
    pledges: records('pledges'),
  };
}

const HEAD_PLACEHOLDERS = { format: 'portfolio-bundle', version: 1, baseCurrency: 'USD' } as const;

type RecordOf<K extends keyof typeof RECORD_SCHEMAS> = z.output<(typeof RECORD_SCHEMAS)[K]>;

const compiledSchemas = new Map<string, z.ZodType>();

/** Compiled when first needed: only who reads a bundle should wait for it. */
function compiledSchema<K extends keyof typeof RECORD_SCHEMAS>(name: K): z.ZodType<RecordOf<K>> {
  const schema = compiledSchemas.get(name) ?? z.compile(RECORD_SCHEMAS[name] as z.ZodType);
  compiledSchemas.set(name, schema);
  return schema as z.ZodType<RecordOf<K>>;
}

function readList<K extends keyof typeof RECORD_SCHEMAS>(
  name: K,
  elements: readonly unknown[],
  problems: BundleProblems,
): RecordOf<K>[] {
  const schema = compiledSchema(name);
  const records: RecordOf<K>[] = [];
  for (const [index, element] of elements.entries()) {
    if (problems.isFull) break;
    records.push(readRepairing(schema, element, PLACEHOLDERS[name], `${name}[${index}]`, problems));
  }
  return records;
}

/** Shape, then amounts in their currency: a record shows problems at most that often before all stand-ins are in. */
const MOST_ROUNDS = 4;

function readRepairing<T>(
  schema: z.ZodType<T>,
  value: unknown,
  placeholders: Parameters<typeof repairRecord>[2],
  base: string,
  problems: BundleProblems,
): T {
  let candidate = value;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = schema.safeParse(candidate, { error: describeIssue });
    if (result.success) return result.data;
    const found = fieldProblems(result.error.issues);
    for (const problem of found) addProblem(problem, base, problems);
    candidate = repairRecord(candidate, found, placeholders);
  }
  return schema.parse(placeholders);
}

function addProblem(problem: FieldProblem, base: string, problems: BundleProblems): void {
  const path = joinPaths(base, formatPath(problem.path));
  if (problem.isUnknownKey) problems.add(path, problem.message);
  else problems.addUnreadable(path, problem.message);
}
