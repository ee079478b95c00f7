/**
 * The Content-Security-Policy of a page: scripts and style sheets are the product's own files, an inline script runs
 * with the nonce of its response alone. Style attributes are allowed, because React writes lengths of bars into them;
 * nothing that people have entered gets there. In development Vite adds style elements and a web socket.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
