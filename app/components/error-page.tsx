import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ScopedLink } from './figure-scope.tsx';

/** What a page says about an error: a loader's response with words in it, or anything that went wrong by itself. */
export function ErrorPage() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <Unforeseen />;
  const words = typeof error.data === 'string' ? error.data : '';
  switch (error.status) {
    case 404:
      return (
        <Explained title="There is no such page">
          <p>{words || 'Nothing is kept at this address.'}</p>
          <WayBack />
        </Explained>
      );
    case 400:
      return (
        <Explained title="This cannot be shown">
          <p>{words}</p>
          <p>
            <a href="/">Start from the overview</a> with today’s figures.
          </p>
        </Explained>
      );
    case 403:
      return (
        <Explained title="This is refused">
          <p>{words}</p>
          <WayBack />
        </Explained>
      );
    case 405:
      return (
        <Explained title="This cannot be done here">
          <p>There is nothing to send to this page. Nothing was changed.</p>
          <WayBack />
        </Explained>
      );
    case 413:
      return (
        <Explained title="This is too large">
          <p>{words}</p>
          <WayBack />
        </Explained>
      );
    default:
      return <Unforeseen requestId={error.data?.requestId} />;
  }
}

/** The request's id leads whoever runs the server to what its log says about it. */
function Unforeseen({ requestId }: { requestId?: unknown }) {
  return (
    <Explained title="Something went wrong">
      <p>
        The page could not be made. Nothing was changed. Try again; if it stays, tell whoever runs this server
        {typeof requestId === 'string' && (
          <>
            {' '}
            that it was request <code>{requestId}</code>
          </>
        )}
        .
      </p>
      <WayBack />
    </Explained>
  );
}

function WayBack() {
  return (
    <p>
      <ScopedLink to="/">To the overview</ScopedLink> or{' '}
      <ScopedLink to="/activities">search the activities</ScopedLink>.
    </p>
  );
}

function Explained({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <title>{`${title} · Tributary`}</title>
      <section className="section error-page">
        <h1>{title}</h1>
        {children}
      </section>
    </>
  );
}
