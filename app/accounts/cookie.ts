/** A cookie of the product: no script reads it, and no other site makes a browser send it along with a change. */
export type CookieName = 'session' | 'device' | 'pending' | 'single-sign-on';

/**
 * The value of a cookie that a request came with. Over HTTPS only one counts that was set over HTTPS, by this very
 * host.
 */
export function readCookie(request: Request, name: CookieName): string | null {
  const wanted = `${fullName(request, name)}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length) || null;
}

/** The Set-Cookie header that makes a browser keep a value. */
export function writeCookie(
  request: Request,
  name: CookieName,
  value: string,
  maxAgeSeconds: number,
): string {
  const parts = [`${fullName(request, name)}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`];
  return [...parts, 'HttpOnly', 'SameSite=Lax', ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}

/** The Set-Cookie header that makes a browser forget it. */
export function forgetCookie(request: Request, name: CookieName): string {
  return writeCookie(request, name, '', 0);
}

function fullName(request: Request, name: CookieName): string {
  return `${isSecure(request) ? '__Host-' : ''}tributary-${name}`;
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:';
}
