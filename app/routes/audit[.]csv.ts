import type { LoaderFunctionArgs } from '@remix-run/node';
import { auditBatches } from '#app/data/audit-reading.server.ts';
import type { Database } from '#app/data/database.server.ts';
import type { AuditQuery } from '#app/domain/audit.ts';
import { BYTE_ORDER_MARK, csvRow } from '#app/exports/csv.ts';
import { textStream } from '#app/exports/text-stream.ts';
import { readAuditQuery } from '#app/forms/audit-query.ts';

const HEADINGS = [
  'Number',
  'At',
  'Who',
  'As',
  'What',
  'Kind',
  'Record',
  'Before',
  'After',
  'Reason',
  'Change',
];

/** The entries that the page shows under the same address, all of them, as they are read. */
export function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const query = readAuditQuery(new URL(request.url).searchParams);
  return new Response(textStream(csvText(db, query)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="audit-trail.csv"',
      'cache-control': 'no-store',
    },
  });
}

async function* csvText(db: Database, query: AuditQuery): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + csvRow(HEADINGS);
  for await (const entries of auditBatches(db, query)) {
    yield entries
      .map((entry) => {
        const { id, at, actorName, actorKind, action, kind, key, before, after, reason, change } = entry;
        const what = [id, at.toISOString(), actorName, actorKind, action, kind, key];
        return csvRow([...what, before, after, reason, change]);
      })
      .join('');
  }
}
