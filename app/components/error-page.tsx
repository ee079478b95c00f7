import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { ScopedLink } from './figure-scope.tsx';

const TITLES: Readonly<Record<number, string>> = {
  400: 'This cannot be shown',
  404: 'There is no such page',
  409: 'Nothing to show yet',
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
    default:
      return (
        <>
          <p>
            The page could not be made. Nothing was changed. Try again; if it stays, tell whoever runs this
            server.
          </p>
          <WayBack />
        </>
      );
  }
}

function WayBack() {
  return (
    <p>
      <ScopedLink to="/">To the overview</ScopedLink> or{' '}
      <ScopedLink to="/activities">search the activities</ScopedLink>.
    </p>
  );
}
