import type { LoaderFunctionArgs } from '@remix-run/node';
import { NOT_KEPT } from '#app/api/problem.ts';
import { findSettings } from '#app/data/settings.server.ts';

/** Whether the product works: it can serve this, and the database answers. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  try {
    await findSettings(context.db);
    return Response.json({ status: 'ok' }, { headers: NOT_KEPT });
  } catch (error) {
    context.log.error({ err: error }, 'failed');
    return Response.json({ status: 'the database does not answer' }, { status: 503, headers: NOT_KEPT });
  }
}
