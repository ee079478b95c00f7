import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

const MIB = 1024 * 1024;
/** What forms and calls of the API may hold; files come as multipart. */
const LARGEST = { fields: 1 * MIB, files: 32 * MIB };

/** The whole body of a request, so that nothing begins to act on half of one; a refusal where it is too large. */
export async function receiveBody(
  request: IncomingMessage,
): Promise<{ readonly body: Uint8Array<ArrayBuffer> | null } | Refusal> {
  if (request.method === 'GET' || request.method === 'HEAD') return { body: null };
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
  const limit = isMultipart ? LARGEST.files : LARGEST.fields;
  if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(request, limit);
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    byteCount += chunk.length;
    if (byteCount > limit) break;
    chunks.push(chunk);
  }
  if (byteCount > limit) return refuse(request, limit);
  return { body: Buffer.concat(chunks) };
}

function refuse(request: IncomingMessage, limit: number): Refusal {
  // A browser shows the answer only after it could send everything.
  request.resume();
  const words = `At most ${limit / MIB} MiB can be sent at once. Nothing was changed: send less, or in parts.`;
  return { status: 413, words };
}
