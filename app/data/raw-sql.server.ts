import type { Database, Transaction } from './database.server.ts';

/**
 * Raw SQL on either database. Prisma builds a query for every row it writes and an object for every cell it reads,
 * which takes minutes for a big portfolio; rows as JSON take seconds. What the two databases say differently about
 * JSON is here and nowhere else.
 */
export type RawSql = {
  readonly provider: Database['provider'];
  readonly transaction: Transaction;
  /** The n-th parameter, counted from 1. */
  parameter(number: number): string;
  /** An array of expressions, as JSON. */
  array(...expressions: readonly string[]): string;
  /** All values of an expression over the rows, as the text of a JSON array; `[]` over no rows. */
  collect(expression: string): string;
  /** Rows, under the alias `given`, out of a parameter that holds a JSON array of arrays. */
  rowsFrom(parameter: string): string;
  /** The n-th cell of a row of {@link rowsFrom}, counted from 0. */
  cell(position: number, type: 'text' | 'integer' | 'bigint'): string;
  query<T>(sql: string, ...parameters: readonly unknown[]): Promise<T[]>;
  execute(sql: string, ...parameters: readonly unknown[]): Promise<number>;
};

/** @param transaction Where to run it; the database's reading client if left out. */
export function rawSql({ provider, client }: Database, transaction: Transaction = client): RawSql {
  return {
    provider,
    transaction,
    ...(provider === 'sqlite' ? SQLITE : POSTGRESQL),
    parameter: (number) => `$${number}`,
    query: (sql, ...parameters) => transaction.$queryRawUnsafe(...asSent(provider, sql, parameters)),
    execute: (sql, ...parameters) => transaction.$executeRawUnsafe(...asSent(provider, sql, parameters)),
  };
}

/** The SQLite driver knows parameters by their place only: one that occurs twice is given twice. */
function asSent(
  provider: Database['provider'],
  sql: string,
  parameters: readonly unknown[],
): [sql: string, ...parameters: unknown[]] {
  if (provider === 'postgresql') return [sql, ...parameters];
  const inPlace: unknown[] = [];
  const withPlaces = sql.replaceAll(/\$(\d+)/g, (_, number: string) => {
    inPlace.push(parameters[Number(number) - 1]);
    return '?';
  });
  return [withPlaces, ...inPlace];
}

type Dialect = Pick<RawSql, 'array' | 'collect' | 'rowsFrom' | 'cell'>;

const SQLITE: Dialect = {
  array: (...expressions) => `json_array(${expressions.join(', ')})`,
  collect: (expression) => `json_group_array(${expression})`,
  rowsFrom: (parameter) => `json_each(${parameter}) AS given`,
  // The columns' affinity makes integers of digits.
  cell: (position) => `given.value ->> ${position}`,
};

const POSTGRESQL: Dialect = {
  array: (...expressions) => `json_build_array(${expressions.join(', ')})`,
  collect: (expression) => `coalesce(json_agg(${expression})::text, '[]')`,
  rowsFrom: (parameter) => `jsonb_array_elements(${parameter}::jsonb) AS given(value)`,
  cell: (position, type) => `(given.value ->> ${position})::${type}`,
};
