import { Link, useSearchParams } from '@remix-run/react';

/** The way through a list that is longer than a page. */
export function Pages({ page, pageCount }: { page: number; pageCount: number }) {
  const [search] = useSearchParams();
  if (pageCount < 2) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(search);
    if (number === 1) next.delete('page');
    else next.set('page', String(number));
    return { search: next.toString() };
  };
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          Previous
        </Link>
      )}
      <span className="quiet">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && (
        <Link to={to(page + 1)} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}
