import type { ReactNode } from 'react';
import { ScopedLink } from './figure-scope.tsx';

type Crumb = { readonly to: string; readonly name: string };

/** The one heading of a page, below the places it belongs to. */
export function PageHeading({
  crumbs = [],
  code,
  title,
  children,
}: {
  crumbs?: readonly Crumb[];
  code?: string;
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className="page-heading">
      {crumbs.length > 0 && (
        <nav className="eyebrow" aria-label="Where you are">
          {crumbs.map(({ to, name }, index) => (
            <span key={to}>
              {index > 0 && <span aria-hidden="true">/ </span>}
              <ScopedLink to={to}>{name}</ScopedLink>
            </span>
          ))}
        </nav>
      )}
      <h1>
        {code && <span className="code">{code}</span>} {title}
      </h1>
      {children}
    </header>
  );
}
