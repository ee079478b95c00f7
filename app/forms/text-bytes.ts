export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads bytes as UTF-8, refusing what is larger than allowed or not UTF-8 at all. */
export function decodeText(source: string | Uint8Array, mostBytes: number): DecodedText {
  const size = typeof source === 'string' ? source.length : source.byteLength;
  if (size > mostBytes) {
    return { kind: 'refused', message: `larger than ${mostBytes} bytes, which is the limit` };
  }
  if (typeof source === 'string') return { kind: 'text', text: source };
  try {
    return { kind: 'text', text: decode(source) };
  } catch {
    return { kind: 'refused', message: `not UTF-8 text: line ${firstBadLine(source)} has other bytes` };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** No byte of a longer UTF-8 sequence looks like a line feed, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) break;
    start = end + 1;
  }
  return line;
}
