import type { LoaderFunctionArgs } from '@remix-run/node';

/** Any address that no page has; the root's error boundary answers. */
export function loader({ request }: LoaderFunctionArgs): never {
  const { pathname } = new URL(request.url);
  throw new Response(`Tributary has no page “${decodeURI(pathname)}”.`, { status: 404 });
}

export default function NoPage() {
  return null;
}
