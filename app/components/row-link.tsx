import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { hrefInScope, ScopedLink } from './figure-scope.tsx';

type Place = { readonly path: string; readonly query: Readonly<Record<string, string>> };

/** The page that says what is behind a row or bar. */
function rowPlace(by: GapDimension, key: string): Place {
  switch (by) {
    case 'theme':
      return { path: `/themes/${encodeURIComponent(key)}`, query: {} };
    case 'species':
      return { path: `/species/${encodeURIComponent(key)}`, query: {} };
    case 'activity':
      return { path: `/activities/${encodeURIComponent(key)}`, query: {} };
    case 'year':
      return { path: '/breakdown', query: { figure: 'gap', by: 'year', key } };
  }
}

export function rowHref(by: GapDimension, key: string, search: string): string {
  const { path, query } = rowPlace(by, key);
  return hrefInScope(path, search, query);
}

/** Themes and activities are known by their code as well as by their title. */
export function showsCode(by: GapDimension): boolean {
  return by === 'theme' || by === 'activity';
}

export function RowLink({ by, row }: { by: GapDimension; row: Pick<GapRow, 'key' | 'label'> }) {
  const { path, query } = rowPlace(by, row.key);
  return (
    <ScopedLink to={path} query={query} className="row-link">
      {showsCode(by) && <span className="code">{row.key}</span>} {row.label}
    </ScopedLink>
  );
}
