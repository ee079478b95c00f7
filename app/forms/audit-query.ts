import { AUDIT_ACTIONS, AUDIT_KINDS, type AuditKind, type AuditQuery } from '#app/domain/audit.ts';
import { isIsoDate } from '#app/domain/dates.ts';

const LONGEST_SEARCH = 200;
const LONGEST_NUMBER = 15;

/** The fields of the search, as the URL has them. */
export const AUDIT_FIELDS = ['q', 'from', 'to', 'who', 'kind', 'action'] as const;

/**
 * Reads which entries of the audit trail a URL asks for. What it does not know is left out rather than refused; the
 * page shows what it looks for.
 */
export function readAuditQuery(search: URLSearchParams): AuditQuery {
  return {
    from: dateOf(search.get('from')),
    to: dateOf(search.get('to')),
    who: textOf(search.get('who')),
    kind: readAuditKind(search),
    action: AUDIT_ACTIONS.find((action) => action === search.get('action')) ?? null,
    text: textOf(search.get('q')),
    change: textOf(search.get('change')) || null,
  };
}

/** The kind of record that a URL names, or null. */
export function readAuditKind(search: URLSearchParams): AuditKind | null {
  return AUDIT_KINDS.find((kind) => kind === search.get('kind')) ?? null;
}

/** The number of an entry in a URL, or null. */
export function readEntryNumber(search: URLSearchParams, name: string): number | null {
  const text = search.get(name) ?? '';
  return /^\d+$/.test(text) && text.length <= LONGEST_NUMBER ? Number(text) : null;
}

function textOf(text: string | null): string {
  // PostgreSQL refuses NUL in a text, and nothing that was saved holds it.
  return (text ?? '').replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH);
}

function dateOf(text: string | null): string | null {
  return text !== null && isIsoDate(text) ? text : null;
}
