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

/**
 * Puts rows together by their first cell, each group in the order of the rows' last cell, a number.
 *
 * @param pick What to keep of a row.
 */
export function groupInOrder<V, T extends readonly [key: string, ...unknown[]]>(
  rows: readonly T[],
  pick: (row: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[0]);
    if (group) group.push(row);
    else groups.set(row[0], [row]);
  }
  const values = new Map<string, V[]>();
  for (const [key, group] of groups) {
    if (group.length > 1) group.sort((a, b) => (a.at(-1) as number) - (b.at(-1) as number));
    values.set(key, group.map(pick));
  }
  return values;
}
