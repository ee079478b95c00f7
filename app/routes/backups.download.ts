import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { isOutOfSpace } from '#app/data/backup/backup-error.server.ts';
import { openUnnamedBackup } from '#app/data/backup/unnamed-backup.server.ts';

/** Who comes here without sending the form wanted the page. */
export function loader() {
  return redirect('/backups');
}

export async function action({ request, context: { backups, log } }: ActionFunctionArgs) {
  try {
    const { byteCount, content } = await openUnnamedBackup(backups.location, request.signal);
    const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
    return new Response(content, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(byteCount),
        'content-disposition': `attachment; filename="tributary-${date}.backup"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (request.signal.aborted) throw error;
    log.error({ err: error }, 'backup failed');
    return redirect(isOutOfSpace(error) ? '/backups?problem=space' : '/backups?problem=other');
  }
}
