import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigation,
  useRouteLoaderData,
  useSearchParams,
} from '@remix-run/react';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { BreakdownDialog } from './components/breakdown-dialog.tsx';
import { ErrorPage, errorTitle } from './components/error-page.tsx';
import { FigureControls } from './components/figure-controls.tsx';
import { FigureScopeProvider, scopeSearch } from './components/figure-scope.tsx';
import { LayerPatterns } from './components/layers.tsx';
import { Nonce } from './components/nonce.tsx';
import { SiteHeader } from './components/site-header.tsx';
import { findFigureControls } from './guards/figures.server.ts';
import stylesheet from './styles/tributary.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? 'Tributary' : `${errorTitle(error)} · Tributary` },
];

/** Nobody gets to know anything of the portfolio. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor } = context;
  if (visitor.kind === 'nobody') return null;
  const { name, role, isDemonstration } = visitor;
  return { ...(await findFigureControls(context, request)), visitor: { name, role, isDemonstration } };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <Shell>{children}</Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What a route says of its page by exporting `handle`. */
type PageHandle = {
  /** Shows what people see who are not signed in yet. */
  readonly isEntrance?: boolean;
  /** False where programme, date and currency change nothing. */
  readonly isAboutFigures?: boolean;
};

/** What surrounds every page, an error's too. */
function Shell({ children }: { children: ReactNode }) {
  const choices = useRouteLoaderData<typeof loader>('root');
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined);
  const isEntrance = handles.some((handle) => handle?.isEntrance);
  const isAboutFigures = !isEntrance && !handles.some((handle) => handle?.isAboutFigures === false);
  const [search] = useSearchParams();
  const { trail, open, back, close } = useTrail();
  const isOnItsWay = useNavigation().state !== 'idle';
  const currency = choices?.choice.currency ?? 'USD';
  return (
    <FigureScopeProvider currency={currency} search={scopeSearch(search)} openBreakdown={open}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      {isOnItsWay && <div className="progress" />}
      <LayerPatterns />
      <SiteHeader
        isDemonstration={choices?.isDemonstration ?? false}
        visitor={(!isEntrance && choices?.visitor) || null}
      />
      <div className="in-page">
        {isAboutFigures && choices && choices.programmes.length > 0 && <FigureControls {...choices} />}
      </div>
      <main id="content" className="in-page" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p className="in-page">
          Every figure is exact to the cent and opens what it is made of. An announcement is not funding: only
          what is received or signed for closes a gap.
        </p>
      </footer>
      <BreakdownDialog trail={trail} onBack={back} onClose={close} />
    </FigureScopeProvider>
  );
}

/** The breakdowns that are open on top of the page; going to another page leaves them. */
function useTrail() {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with the page.
  useEffect(() => setTrail([]), [key]);
  return {
    trail,
    open: (href: string) => setTrail((before) => [...before, href]),
    back: () => setTrail((before) => before.slice(0, -1)),
    close: () => setTrail([]),
  };
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
