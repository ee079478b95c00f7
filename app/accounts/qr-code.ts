import { encode } from 'uqr';

/** A QR code as the path of a drawing, one unit a square. */
export type QrCode = { readonly size: number; readonly path: string };

/** Draws a text that a phone's camera reads, with the quiet border that it needs. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
}
