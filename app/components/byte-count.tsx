const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** How large a file is, `3.4 MB`; a kB is 1,000 bytes. */
export function ByteCount({ byteCount }: { byteCount: number }) {
  const power = Math.min(Math.floor(Math.log10(Math.max(byteCount, 1)) / 3), UNITS.length - 1);
  const number = byteCount / 1_000 ** power;
  const digits = power > 0 && number < 100 ? 1 : 0;
  return (
    <>
      {number.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}{' '}
      {UNITS[power]}
    </>
  );
}
