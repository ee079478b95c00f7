import { openDatabase } from '#app/data/database.server.ts';
import { findProgrammeFacts } from '#app/data/facts.server.ts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import { answerGap } from '#app/figures/answer.server.ts';
import { median, peakMegabytes, timed } from './clock.ts';
import { type GapPhases, measurePhases } from './gap-phases.ts';
import { openPlainSql } from './plain-sql.ts';
import { AS_OF, BASE_CURRENCY, PROGRAMME } from './portfolio/terms.ts';

/** What the gap took, and the plain statement in the same process. */
export type GapTimes = {
  /** The first answer of a fresh process, with opening the database. */
  readonly coldMs: number;
  /** The median of the answers after it, and the best, which says more while the machine has other work. */
  readonly warmMs: number;
  readonly bestMs: number;
  readonly plainColdMs: number;
  readonly plainWarmMs: number;
  readonly plainBestMs: number;
  readonly roundCount: number;
  readonly rowCount: number;
  readonly jsonBytes: number;
  readonly plainRowCount: number;
  readonly peakMegabytes: number;
  readonly phases: GapPhases | null;
};

const QUERY = { programme: PROGRAMME.code, asOf: AS_OF, currency: BASE_CURRENCY };
const FEWEST_ROUNDS = 3;
const MOST_ROUNDS = 15;
const ENOUGH_MS = 15_000;

export async function measureGap(
  databaseUrl: string,
  by: GapDimension,
  withPhases: boolean,
): Promise<GapTimes> {
  const opened = await timed(() => openDatabase(databaseUrl));
  const db = opened.value;
  const plainOpened = await timed(() => openPlainSql(databaseUrl));
  const plain = plainOpened.value;
  const answer = () =>
    timed(async () => {
      const answered = await answerGap(db, { ...QUERY, by });
      if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
      return JSON.stringify(answered.answer);
    });
  const askPlainly = () => timed(() => plain.answer(QUERY.programme, QUERY.asOf));
  try {
    const cold = await answer();
    const plainCold = await askPlainly();
    const warm: number[] = [];
    const plainWarm: number[] = [];
    // In turn, so that whatever else the machine does slows both down.
    const giveUpAt = performance.now() + ENOUGH_MS;
    while (warm.length < FEWEST_ROUNDS || (warm.length < MOST_ROUNDS && performance.now() < giveUpAt)) {
      warm.push((await answer()).ms);
      plainWarm.push((await askPlainly()).ms);
    }
    return {
      coldMs: opened.ms + cold.ms,
      warmMs: median(warm),
      bestMs: Math.min(...warm),
      plainColdMs: plainOpened.ms + plainCold.ms,
      plainWarmMs: median(plainWarm),
      plainBestMs: Math.min(...plainWarm),
      roundCount: warm.length,
      rowCount: (JSON.parse(cold.value) as { rows: unknown[] }).rows.length,
      jsonBytes: cold.value.length,
      plainRowCount: plainCold.value.rowCount,
      peakMegabytes: peakMegabytes(),
      phases: withPhases ? await measurePhases(() => findProgrammeFacts(db, QUERY), by) : null,
    };
  } finally {
    await Promise.all([db.close(), plain.close()]);
  }
}
