import { type Sight, withoutUndecided } from '#app/domain/confidential.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import type { ProgrammeFacts } from '#app/domain/facts.ts';
import type { Currency } from '#app/domain/money.ts';
import { comparePlain } from '#app/domain/order.ts';
import type { SpeciesStatus } from '#app/domain/species.ts';
import type { Database } from './database.server.ts';
import { listActivityFacts } from './facts-activities.server.ts';
import { listPledgeFacts } from './facts-pledges.server.ts';
import { listProspectFacts } from './facts-prospects.server.ts';
import { findRateBook } from './rates.server.ts';
import { rawSql } from './raw-sql.server.ts';

/** Which programme, on which day, told in which currency. */
export type FactsQuery = {
  readonly programme: string;
  readonly asOf: IsoDate;
  readonly currency: Currency;
};

/**
 * As {@link findProgrammeFacts}, for somebody who sees so much: where only what is decided, prospects are not read
 * and undecided pledges are not kept.
 */
export async function findSeenFacts(
  db: Database,
  query: FactsQuery,
  sight: Sight,
): Promise<ProgrammeFacts | null> {
  if (sight === 'everything') return findProgrammeFacts(db, query);
  const facts = await readFacts(db, query, async () => []);
  return facts && withoutUndecided(facts);
}

/**
 * What a programme's figures are computed from, as it stood on a date: one state of the database, read in a fixed
 * number of statements however large the portfolio is.
 *
 * @returns null when there is no such programme.
 */
export function findProgrammeFacts(db: Database, query: FactsQuery): Promise<ProgrammeFacts | null> {
  return readFacts(db, query, listProspectFacts);
}

function readFacts(
  db: Database,
  query: FactsQuery,
  readProspects: typeof listProspectFacts,
): Promise<ProgrammeFacts | null> {
  return db.snapshot(async (transaction) => {
    const programme = await transaction.programme.findUnique({
      where: { code: query.programme },
      select: { code: true, title: true, startYear: true, endYear: true },
    });
    if (!programme) return null;
    const sql = rawSql(db, transaction);
    return {
      programme,
      asOf: query.asOf,
      currency: query.currency,
      rates: await findRateBook({ client: transaction }),
      themes: await transaction.theme
        .findMany({ where: { programmeCode: query.programme } })
        .then((themes) =>
          themes
            .map(({ programmeCode, code, title }) => ({ programme: programmeCode, code, title }))
            .sort((a, b) => comparePlain(a.code, b.code)),
        ),
      speciesProgrammes: await transaction.speciesProgramme
        .findMany({ select: { code: true, name: true, status: true } })
        .then((species) =>
          species
            .map(({ code, name, status }) => ({ code, name, status: status as SpeciesStatus }))
            .sort((a, b) => comparePlain(a.code, b.code)),
        ),
      activities: await listActivityFacts(sql, query),
      pledges: await listPledgeFacts(sql, query),
      prospects: await readProspects(sql, query),
    };
  });
}
