import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { ScopedLink } from './figure-scope.tsx';

const TITLES: Readonly<Record<number, string>> = {
  400: 'This cannot be shown',
  403: 'This is refused',
  404: 'There is no such page',
  405: 'This cannot be done here',
  409: 'Nothing to show yet',
  413: 'This is too large',
  503: 'Not at the moment',
};

/** What an error is called, in the window's title and on the page. */
export function errorTitle(error: unknown): string {
  return (isRouteErrorResponse(error) && TITLES[error.status]) || 'Something went wrong';
}

/** What a page says about an error: a loader's response with words in it, or anything that went wrong by itself. */
export function ErrorPage() {
  const error = useRouteError();
  return (
    <section className="section error-page">
      <h1>{errorTitle(error)}</h1>
      <Explanation error={error} />
    </section>
  );
}

function Explanation({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : '';
  switch (status) {
    case 404:
      return (
        <>
          <p>{words || 'Nothing is kept at this address.'}</p>
          <WayBack />
        </>
      );
    case 400:
      return (
        <>
          <p>{words}</p>
          <p>
            <a href="/">Start from the overview</a> with today’s figures.
          </p>
        </>
      );
    case 409:
      return <p>{words}</p>;
    case 403:
    case 413:
    case 503:
      return (
        <>
          <p>{words}</p>
          <WayBack />
        </>
      );
    case 405:
      return (
        <>
          <p>There is nothing to send to this page. Nothing was changed.</p>
          <WayBack />
        </>
      );
    default:
      return <Unforeseen requestId={isRouteErrorResponse(error) && error.data?.requestId} />;
  }
}

/** The request's id leads whoever runs the server to what its log says about it. */
function Unforeseen({ requestId }: { requestId: unknown }) {
  return (
    <>
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
    </>
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
