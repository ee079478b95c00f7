import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GAP_DIMENSIONS, type GapDimension } from '#app/domain/gap-rows.ts';
import { timed } from './clock.ts';
import { runStep } from './fresh-process.ts';
import type { GapTimes } from './gap-step.ts';
import type { ImportTimes } from './import-step.ts';
import type { BenchOptions, Provider } from './options.ts';
import { openPlaces } from './places.ts';
import { madeBundle } from './portfolio/bundle.ts';
import { SIZES, type SizeName } from './portfolio/sizes.ts';

/** Everything measured of one size on one database. */
export type Measured = {
  readonly size: SizeName;
  readonly provider: Provider;
  readonly bundleMs: number;
  readonly bundleBytes: number;
  readonly import: ImportTimes;
  readonly gaps: readonly ({ readonly by: GapDimension } & GapTimes)[];
};

/**
 * Measures what is asked for, one thing at a time.
 *
 * @param say Tells a person what is going on.
 */
export async function measure(
  { sizes, providers, phases }: BenchOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-bench-'));
  const places = openPlaces(folder);
  const measured: Measured[] = [];
  try {
    for (const size of sizes) {
      say(`${size}: making the bundle`);
      const file = path.join(folder, `${size}.json`);
      const made = await timed(() =>
        pipeline(Readable.from(inPieces(madeBundle(SIZES[size]))), createWriteStream(file), { signal }),
      );
      const bundle = { bundleMs: made.ms, bundleBytes: (await stat(file)).size };
      for (const provider of providers) {
        const name = `bench-${size.toLowerCase()}`;
        say(`${size} on ${provider}: importing ${Math.round(bundle.bundleBytes / 1e5) / 10} MB`);
        const databaseUrl = await places.open(provider, name);
        const imported = await runStep<ImportTimes>(['import', databaseUrl, file], signal);
        const gaps: Measured['gaps'][number][] = [];
        for (const by of GAP_DIMENSIONS) {
          say(`${size} on ${provider}: the gap by ${by}`);
          const words = ['gap', databaseUrl, by, ...(phases ? ['phases'] : [])];
          gaps.push({ by, ...(await runStep<GapTimes>(words, signal)) });
        }
        measured.push({ size, provider, ...bundle, import: imported, gaps });
        await places.drop(provider, name);
      }
      await rm(file);
    }
    return measured;
  } finally {
    await places.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const PIECE_LENGTH = 1 << 20;

/** Records are too small to be written one by one. */
function* inPieces(records: Iterable<string>): Generator<string, void, undefined> {
  let piece = '';
  for (const record of records) {
    piece += record;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
