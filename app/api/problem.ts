const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** No answer of the API is for a cache that others share. */
export const NOT_KEPT = { 'cache-control': 'private, no-store' };

/** An error as an RFC 9457 problem document; `detail` is for people. */
export function problem(
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail },
    { status, headers: { ...NOT_KEPT, ...headers, 'content-type': 'application/problem+json' } },
  );
}
