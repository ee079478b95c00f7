/** The way to sign in at a provider, with the page that somebody wanted to go to. */
export function SingleSignOnButton({ providerName, next }: { providerName: string; next: string }) {
  // A plain link: the browser itself has to go there, and on from there.
  return (
    <a className="entrance-provider" href={`/sign-in/provider?${new URLSearchParams({ next })}`}>
      Sign in with {providerName}
    </a>
  );
}
