import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { ScopedLink } from './figure-scope.tsx';

const PLACES: Readonly<Record<GapDimension, string>> = {
  theme: '/themes',
  species: '/species',
  activity: '/activities',
  year: '/years',
};

/** The page that says what is behind a row or bar. */
export function rowPath(by: GapDimension, key: string): string {
  return `${PLACES[by]}/${encodeURIComponent(key)}`;
}

/** Themes and activities are known by their code as well as by their title. */
export function showsCode(by: GapDimension): boolean {
  return by === 'theme' || by === 'activity';
}

export function RowLink({ by, row }: { by: GapDimension; row: Pick<GapRow, 'key' | 'label'> }) {
  return (
    <ScopedLink to={rowPath(by, row.key)} className="row-link">
      {showsCode(by) && <span className="code">{row.key}</span>} {row.label}
    </ScopedLink>
  );
}
