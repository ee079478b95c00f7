/** How a column is written and read; `T` is what its values are in TypeScript. */
export type Column<T> = { readonly sql: 'text' | 'integer' | 'bigint'; readonly values?: T };

export function text(): Column<string> {
  return { sql: 'text' };
}

export function optionalText(): Column<string | null> {
  return { sql: 'text' };
}

/** One of a closed list of texts, which a CHECK holds it to. */
export function choice<T extends string>(): Column<T> {
  return { sql: 'text' };
}

export function optionalChoice<T extends string>(): Column<T | null> {
  return { sql: 'text' };
}

export function integer(): Column<number> {
  return { sql: 'integer' };
}

export function optionalInteger(): Column<number | null> {
  return { sql: 'integer' };
}

/** Minor units. */
export function amount(): Column<bigint> {
  return { sql: 'bigint' };
}

// The values of a column are found out from its type alone.
// biome-ignore lint/suspicious/noExplicitAny: a column of whatever values
export type Columns = Readonly<Record<string, Column<any>>>;

/** A table as raw SQL needs to know it: a part of what schema.prisma says about it. */
export type Table<C extends Columns = Columns> = {
  readonly name: string;
  readonly columns: C;
  /** The primary key. */
  readonly key: readonly string[];
};

/** A row of a table, its bookkeeping columns (createdAt, updatedAt, revision) left out. */
export type Row<T extends Table> = { readonly [Name in keyof T['columns']]: ValueOf<T['columns'][Name]> };

type ValueOf<C> = C extends Column<infer T> ? T : never;

export function defineTable<C extends Columns>(
  name: string,
  key: readonly (keyof C & string)[],
  columns: C,
): Table<C> {
  return { name, key, columns };
}
