import type { RawSql } from './raw-sql.server.ts';

/**
 * Rows as tuples, gathered by the database into one JSON text: an object per cell would cost more than the query.
 *
 * @param cells What to select; amounts as text, see {@link asText}.
 * @param from  All that follows FROM.
 */
export async function collectRows<T extends readonly unknown[]>(
  sql: RawSql,
  cells: readonly string[],
  from: string,
  ...parameters: readonly unknown[]
): Promise<T[]> {
  const [answer] = await sql.query<{ rows: string }>(
    `SELECT ${sql.collect(sql.array(...cells))} AS rows FROM ${from}`,
    ...parameters,
  );
  return JSON.parse(answer?.rows ?? '[]') as T[];
}

/** An amount as text: as a JSON number it could be too large for JavaScript. */
export function asText(expression: string): string {
  return `CAST(${expression} AS text)`;
}

/** Puts elements together by a key. */
export function groupByKey<T, V>(
  elements: readonly T[],
  keyOf: (element: T) => string,
  pick: (element: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const element of elements) {
    const group = groups.get(keyOf(element));
    if (group) group.push(pick(element));
    else groups.set(keyOf(element), [pick(element)]);
  }
  return groups;
}
