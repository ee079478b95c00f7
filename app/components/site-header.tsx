import { NavLink } from '@remix-run/react';
import { hrefInScope, ScopedLink, useFigureScope } from './figure-scope.tsx';

const PLACES = [
  { path: '/', name: 'Overview' },
  { path: '/activities', name: 'Activities' },
  { path: '/themes', name: 'Themes' },
  { path: '/species', name: 'Species programmes' },
  { path: '/programmes', name: 'Programme' },
];

export function SiteHeader({ isDemonstration }: { isDemonstration: boolean }) {
  const { search } = useFigureScope();
  return (
    <header className="site-header">
      <div className="in-page site-bar">
        <ScopedLink to="/" className="brand">
          <Mark />
          Tributary
        </ScopedLink>
        <nav className="site-nav" aria-label="Main">
          {PLACES.map(({ path, name }) => (
            <NavLink key={path} to={hrefInScope(path, search)} end={path === '/'}>
              {name}
            </NavLink>
          ))}
        </nav>
      </div>
      {isDemonstration && <DemonstrationBanner />}
    </header>
  );
}

/** Streams that join a river. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeLinecap="round">
      <path d="M4 3c0 7 8 6 8 18" strokeWidth="3" />
      <path d="M20 3c0 6-7 5-7.8 11" strokeWidth="2" />
      <path d="M12 2.5c0 3-2.6 3.5-3.8 6" strokeWidth="1.5" />
    </svg>
  );
}

/** Says so for as long as the portfolio is made up. */
function DemonstrationBanner() {
  return (
    <div className="demonstration">
      <div className="in-page">
        <strong>Demonstration data:</strong> donors, pledges and amounts are fictitious.
      </div>
    </div>
  );
}
