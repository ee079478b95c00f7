import type { ProspectFacts } from '#app/domain/facts.ts';
import { OPEN_STAGES, type OpenStage } from '#app/domain/prospect.ts';
import { asText, collectRows, groupByKey } from './collected-rows.server.ts';
import type { FactsQuery } from './facts.server.ts';
import type { RawSql } from './raw-sql.server.ts';

/**
 * The open prospects with an ask in the programme that exist on the as-of date and that no pledge announced by then
 * names, of whatever programme.
 *
 * @source domain.md, section 5
 */
export async function listProspectFacts(
  sql: RawSql,
  { programme, asOf }: FactsQuery,
): Promise<ProspectFacts[]> {
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ');
  const countsOn = (day: string) => `"stage" IN (${stages}) AND "createdOn" <= ${day}
    AND NOT EXISTS (
      SELECT 1 FROM "Pledge" AS pledge
      WHERE pledge."prospectCode" = prospect."code" AND pledge."date" <= ${day}
    )`;
  const asks = await collectRows<[prospect: string, activity: string, amountMinor: string, position: number]>(
    sql,
    ['ask."prospectCode"', 'ask."activityCode"', asText('ask."amountMinor"'), 'ask."position"'],
    `"ProspectAsk" AS ask JOIN "Prospect" AS prospect ON prospect."code" = ask."prospectCode"
     WHERE ask."programmeCode" = ${sql.parameter(1)} AND ${countsOn(sql.parameter(2))}`,
    programme,
    asOf,
  );
  asks.sort((a, b) => a[3] - b[3]);
  const asksByProspect = groupByKey(
    asks,
    ([prospect]) => prospect,
    ([, activity, amountMinor]) => ({ activity, amountMinor: BigInt(amountMinor) }),
  );
  // Those without an ask here are left out below: as a condition, SQLite would read all asks for each prospect.
  const prospects = await collectRows<
    [code: string, donor: string, currency: string, stage: string, string | null, string | null]
  >(
    sql,
    ['"code"', '"donorCode"', '"currency"', '"stage"', '"probability"', '"decisionBy"'],
    `"Prospect" AS prospect WHERE ${countsOn(sql.parameter(1))}`,
    asOf,
  );
  return prospects.flatMap(([code, donor, currency, stage, probability, decisionBy]) => {
    const asks = asksByProspect.get(code);
    return asks ? [{ code, donor, currency, stage: stage as OpenStage, probability, decisionBy, asks }] : [];
  });
}
