const HERE = 'http://here.invalid';

/** A path of the product itself to go to; the overview for anything that leads elsewhere, or to signing in again. */
export function ownPath(text: string | null): string {
  if (text === null || !text.startsWith('/') || !URL.canParse(text, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(text, HERE);
  // A browser reads `//` and `/\` as another host, and leaves tabs and line breaks out.
  if (origin !== HERE || pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|sign-out|setup)(\/|\.|$)/.test(pathname)) return '/';
  return pathname + search + hash;
}
