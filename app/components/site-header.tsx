import { NavLink, useLocation } from '@remix-run/react';
import { type Permission, roleMay } from '#app/domain/permission.ts';
import type { Role } from '#app/domain/role.ts';
import { hrefInScope, ScopedLink, useFigureScope } from './figure-scope.tsx';

type Place = { readonly path: string; readonly name: string; readonly permission: Permission };

const PLACES: readonly Place[] = [
  { path: '/', name: 'Overview', permission: 'see figures' },
  { path: '/activities', name: 'Activities', permission: 'see activities' },
  { path: '/themes', name: 'Themes', permission: 'see figures' },
  { path: '/species', name: 'Species programmes', permission: 'see figures' },
  { path: '/programmes', name: 'Programme', permission: 'see figures' },
];

/** What few people look after. */
const OFFICES: readonly Place[] = [
  { path: '/people', name: 'People', permission: 'look after people' },
  { path: '/tokens', name: 'API tokens', permission: 'look after tokens' },
  { path: '/audit', name: 'Audit trail', permission: 'read the audit trail' },
  { path: '/backups', name: 'Backups', permission: 'make backups' },
];

/** Who is signed in, as the pages need to know. */
export type SignedIn = { readonly name: string; readonly role: Role; readonly isDemonstration: boolean };

type SiteHeaderProps = { readonly isDemonstration: boolean; readonly visitor: SignedIn | null };

export function SiteHeader({ isDemonstration, visitor }: SiteHeaderProps) {
  const { search } = useFigureScope();
  return (
    <header className="site-header">
      <div className="in-page site-bar">
        <ScopedLink to="/" className="brand">
          <Mark />
          Tributary
        </ScopedLink>
        {visitor && (
          <>
            <nav className="site-nav" aria-label="Main">
              {openTo(visitor, PLACES).map(({ path, name }) => (
                <NavLink key={path} to={hrefInScope(path, search)} end={path === '/'}>
                  {name}
                </NavLink>
              ))}
            </nav>
            <AccountMenu visitor={visitor} />
          </>
        )}
      </div>
      {isDemonstration && <DemonstrationBanner />}
    </header>
  );
}

function openTo({ role }: SignedIn, places: readonly Place[]): readonly Place[] {
  return places.filter(({ permission }) => roleMay(role, permission));
}

/** Who is signed in and what belongs to them; it opens without scripts, too. */
function AccountMenu({ visitor }: { visitor: SignedIn }) {
  const { key } = useLocation();
  const offices = openTo(visitor, OFFICES);
  return (
    // Going to another page closes it.
    <details className="account-menu" key={key} name="account">
      <summary>
        <span className="who">{visitor.name}</span> <span className="quiet">{visitor.role}</span>
      </summary>
      <div className="account-panel">
        {offices.length > 0 && (
          <nav aria-label="Administration">
            {offices.map(({ path, name }) => (
              <NavLink key={path} to={path}>
                {name}
              </NavLink>
            ))}
          </nav>
        )}
        <nav aria-label="Account">{!visitor.isDemonstration && <NavLink to="/account">Account</NavLink>}</nav>
        <form method="post" action="/sign-out">
          <button type="submit">Sign out</button>
        </form>
      </div>
    </details>
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
