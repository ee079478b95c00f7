import type { AuditQuery } from '#app/domain/audit.ts';
import { instantFor } from './bulk.server.ts';
import type { RawSql } from './raw-sql.server.ts';

const DAY_MS = 86_400_000;

/** A condition on entries and its parameters, which are numbered from 1. */
export type Condition = { readonly where: string; readonly parameters: readonly unknown[] };

/** The condition for the entries that a query asks for, and for those below a number. */
export function auditCondition(sql: RawSql, query: AuditQuery, below: number | null = null): Condition {
  const parameters: unknown[] = [];
  const add = (value: unknown) => sql.parameter(parameters.push(value));
  const conditions = ['1 = 1'];
  if (below !== null) conditions.push(`"id" < ${Math.trunc(below)}`);
  if (query.from) conditions.push(`"at" >= ${instantFor(sql, startOf(query.from))}`);
  if (query.to) conditions.push(`"at" < ${instantFor(sql, new Date(startOf(query.to).getTime() + DAY_MS))}`);
  if (query.kind) conditions.push(`"kind" = ${add(query.kind)}`);
  if (query.action) conditions.push(`"action" = ${add(query.action)}`);
  if (query.change) conditions.push(`"change" = ${add(query.change)}`);
  if (query.who) conditions.push(contains(sql, ['actorName'], query.who, add));
  if (query.text) {
    // Inside the JSON of a record, quotes and backslashes are escaped.
    const inJson = JSON.stringify(query.text).slice(1, -1);
    const inWords = contains(sql, ['key', 'reason'], query.text, add);
    conditions.push(`(${inWords} OR ${contains(sql, ['before', 'after'], inJson, add)})`);
  }
  return { where: conditions.join(' AND '), parameters };
}

function startOf(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/**
 * Whether one of these columns holds a text, in whatever case. PostgreSQL knows the cases of all letters that the
 * database's locale knows (with the locale C: A to Z). SQLite knows those of A to Z only, so other letters are
 * looked for as they were typed, all small, all capital, and with a capital at the start.
 */
function contains(
  sql: RawSql,
  columns: readonly string[],
  text: string,
  add: (value: unknown) => string,
): string {
  const [like, texts] =
    sql.provider === 'postgresql' ? ['ILIKE', [text]] : ['LIKE', [...new Set(casesOf(text))]];
  const patterns = texts.map((each) => `%${each.replace(/[\\%_]/g, '\\$&')}%`);
  const tests = patterns.flatMap((pattern) => {
    const parameter = add(pattern);
    return columns.map((column) => `"${column}" ${like} ${parameter} ESCAPE '\\'`);
  });
  return `(${tests.join(' OR ')})`;
}

function casesOf(text: string): string[] {
  // SQLite itself takes care of texts of plain letters.
  if (/^[\x20-\x7e]*$/.test(text)) return [text];
  const small = text.toLowerCase();
  const capitals = text.toUpperCase();
  const [first = ''] = capitals;
  return [text, small, capitals, first + small.slice(first.length)];
}
