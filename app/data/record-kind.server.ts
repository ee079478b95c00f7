import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import type { Columns, Row, Table } from './table.server.ts';

export type RecordOf<L extends PortfolioList> = Portfolio[L][number];

/** A table whose rows belong to a record, such as the lines of a budget. */
export type ChildTable<R, C extends Columns = Columns> = {
  readonly table: Table<C>;
  /** The columns that say which record a row belongs to, in the order of the record's `parentKey`. */
  readonly parentKey: readonly string[];
  rowsOf(record: R): Row<Table<C>>[];
  /** True where rows of other tables refer to these: such a row is changed in its place. */
  readonly isReferredTo?: boolean;
};

// biome-ignore lint/suspicious/noExplicitAny: children of whatever columns
type Children<R> = Readonly<Record<string, ChildTable<R, any>>>;

/** How records of one list of a portfolio are kept in tables. */
export type RecordKind<
  L extends PortfolioList = PortfolioList,
  C extends Columns = Columns,
  K extends Children<RecordOf<L>> = Children<RecordOf<L>>,
> = {
  readonly list: L;
  readonly table: Table<C>;
  rowOf(record: RecordOf<L>): Row<Table<C>>;
  /** The columns that the rows of the children refer to; the primary key or what contains it. */
  readonly parentKey: readonly string[];
  readonly children: K;
  /** The record that a row and its children make; children in their stored order. */
  recordOf(row: Row<Table<C>>, children: ChildRows<K>): RecordOf<L>;
  /** The order in which records are listed. */
  compare(a: RecordOf<L>, b: RecordOf<L>): number;
  /**
   * Columns to set on records that change before any is written, where a UNIQUE over several records could else be
   * broken on the way from one right state to another.
   */
  readonly whileChanging?: string;
};

type ChildRows<K> = {
  readonly [Name in keyof K]: K[Name] extends { readonly table: infer T extends Table } ? Row<T>[] : never;
};

export function defineKind<L extends PortfolioList, C extends Columns, K extends Children<RecordOf<L>>>(
  kind: RecordKind<L, C, K>,
): RecordKind<L, C, K> {
  return kind;
}

/** Numbers the rows of a list, so that it can be read back in its order. */
export function numbered<T, R>(
  elements: readonly T[],
  rowOf: (element: T, position: number) => R,
): (R & { readonly position: number })[] {
  return elements.map((element, position) => ({ ...rowOf(element, position), position }));
}
