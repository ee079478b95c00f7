import { expect, test } from 'vitest';
import { listAuditLines } from '#app/data/audit-reading.server.ts';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { importPortfolio, listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import { AUDIT_KINDS, type AuditQuery } from '#app/domain/audit.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import { PORTFOLIO_LISTS, RECORD_KEYS } from '#app/domain/portfolio-merge.ts';
import { recordJson } from '#app/domain/record-json.ts';
import { recordName } from '#app/domain/record-name.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { inListedOrder, portfolioOf } from '../../support/portfolio-of.ts';
import { randomBundle } from '../../support/random-bundle.ts';
import { seededDraws } from '../../support/reference/draws.ts';
import { productPortfolio } from '../../support/reference/product.ts';

const exampleWith = (changes: Changes) => inListedOrder(portfolioOf(changedBundle(changes)));
const EXAMPLE = exampleWith({});
const CHANGED = exampleWith({ 'donors[0].name': 'Renamed', 'pledges[0].receipts': [] });
const ANNA = { kind: 'person', id: 7, name: 'Anna Keller' } as const;
const ANY: AuditQuery = { from: null, to: null, who: '', kind: null, action: null, text: '', change: null };

const entriesOf = (db: Database) => db.client.auditEntry.findMany({ orderBy: { id: 'asc' } });

/** The records of a portfolio under the names that the audit trail has for them. */
function recordsOf(portfolio: Portfolio): Map<string, unknown> {
  const named = PORTFOLIO_LISTS.flatMap((list) =>
    (portfolio[list] as readonly never[]).map(
      (record) => [`${list} ${recordName(list, record)}`, recordJson(list, record)] as const,
    ),
  );
  return new Map(named);
}

/** The records that the audit trail says there are, each entry continuing where the one before it ended. */
async function replayed(db: Database): Promise<Map<string, unknown>> {
  const records = new Map<string, unknown>();
  for (const { kind, key, action, before, after } of await entriesOf(db)) {
    if (!PORTFOLIO_LISTS.includes(kind as PortfolioList)) continue;
    const name = `${kind} ${key}`;
    const was = before === null ? undefined : JSON.parse(before);
    expect(records.get(name)).toEqual(was);
    expect(action).toBe(before === null ? 'added' : after === null ? 'deleted' : 'changed');
    if (after === null) records.delete(name);
    else records.set(name, JSON.parse(after));
  }
  return records;
}

describeOnBothDatabases('the audit trail', (open, { provider }) => {
  test('has an entry for every record of an import, of every kind, as a bundle says it', async () => {
    const db = actingAs(await open(), ANNA);
    await savePortfolio(db, EXAMPLE);
    const entries = await entriesOf(db);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set([...PORTFOLIO_LISTS, 'settings']));
    expect(new Set(entries.map(({ change }) => change)).size).toBe(1);
    expect(new Set(entries.map(({ at }) => at.getTime())).size).toBe(1);
    expect(entries.every(({ actorName, actorId }) => actorName === 'Anna Keller' && actorId === 7)).toBe(
      true,
    );
    expect(await replayed(db)).toEqual(recordsOf(EXAMPLE));
    expect(entries.find(({ kind }) => kind === 'settings')).toMatchObject({
      key: 'portfolio',
      before: null,
      after: '{"baseCurrency":"USD","demonstration":true,"initialised":true}',
    });
  });

  test('has what changed, and nothing of what an import left alone', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await entriesOf(db);
    await savePortfolio(db, EXAMPLE);
    expect(await entriesOf(db)).toEqual(before);
    await savePortfolio(db, CHANGED);
    const added = (await entriesOf(db)).slice(before.length);
    expect(added.map(({ action, kind, key }) => `${action} ${kind} ${key}`)).toEqual([
      'changed donors north',
      'changed pledges PL-1',
    ]);
    expect(await replayed(db)).toEqual(recordsOf(CHANGED));
  });

  test('has nothing of an import that failed', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await entriesOf(db);
    const failing = savePortfolio(db, CHANGED, (done, total) => {
      if (done === total) throw new Error('at the last moment');
    });
    await expect(failing).rejects.toThrow('at the last moment');
    const orphan = { ...EXAMPLE.pledges[1], code: 'PL-9', donor: 'nobody' } as Portfolio['pledges'][number];
    await expect(savePortfolio(db, { ...CHANGED, pledges: [orphan] })).rejects.toThrow();
    expect(await entriesOf(db)).toEqual(before);
  });

  test.each([
    'UPDATE "AuditEntry" SET "actorName" = \'Nobody\'',
    'UPDATE "AuditEntry" SET "id" = "id" + 1000',
    'DELETE FROM "AuditEntry"',
    'DELETE FROM "AuditEntry" WHERE "id" = (SELECT max("id") FROM "AuditEntry")',
    ...(provider === 'sqlite'
      ? [
          'REPLACE INTO "AuditEntry" SELECT * FROM "AuditEntry"',
          'INSERT OR REPLACE INTO "AuditEntry" SELECT * FROM "AuditEntry" LIMIT 1',
          'UPDATE OR REPLACE "AuditEntry" SET "id" = 1',
          'INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" WHERE true ON CONFLICT DO UPDATE SET "key" = \'x\'',
        ]
      : [
          'TRUNCATE "AuditEntry"',
          'TRUNCATE "AuditEntry" CASCADE',
          'INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" ON CONFLICT ("id") DO UPDATE SET "key" = \'x\'',
          'WITH gone AS (DELETE FROM "AuditEntry" RETURNING *) SELECT count(*) FROM gone',
        ]),
  ])('only grows: %s is refused', async (statement) => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await entriesOf(db);
    const altering = db.transaction((transaction) => transaction.$executeRawUnsafe(statement));
    await expect(altering).rejects.toThrow(/the audit trail only grows/);
    expect(await entriesOf(db)).toEqual(before);
  });

  test('replayed from nothing gives the portfolio, whatever was done to it in whatever order', async () => {
    const db = actingAs(await open(), ANNA);
    const { below: draw } = seededDraws(20);
    for (let step = 0; step < 40; step++) {
      const current = await listPortfolio(db);
      const count = await db.client.auditEntry.count();
      const saved =
        draw(5) === 0 ? await importSomething(db, draw(4)) : await changeSomething(db, current, draw);
      const after = await listPortfolio(db);
      // No entry without a change, and no change without an entry.
      const isSame = JSON.stringify([...recordsOf(current)]) === JSON.stringify([...recordsOf(after)]);
      const grew = (await db.client.auditEntry.count()) > count;
      if (!saved) expect(isSame).toBe(true);
      if (!isSame) expect(grew).toBe(true);
      if (current.baseCurrency === after.baseCurrency && isSame && step > 5) expect(grew).toBe(false);
      expect(await replayed(db)).toEqual(recordsOf(after));
    }
  });

  test('is listed newest first, a large change as one line, its entries under its mark', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const [{ change = '' } = {}] = await entriesOf(db);
    const people = actingAs(db, ANNA);
    for (const committedOn of ['2012-08-01', '2012-08-02', '2012-08-03']) {
      const found = await findRecord(db, 'pledges', ['PL-2']);
      const outcome = await changeRecord(people, {
        list: 'pledges',
        key: ['PL-2'],
        revision: found?.revision ?? 0,
        change: (pledge) => pledge && { ...pledge, committedOn },
      });
      expect(outcome.kind).toBe('saved');
    }
    await savePortfolio(db, CHANGED);
    const { lines, below } = await listAuditLines(db, ANY);
    expect(below).toBeNull();
    const told = lines.map((line) =>
      'counts' in line ? line.counts : `${line.action} ${line.kind} ${line.key}`,
    );
    expect(told).toEqual([
      'changed pledges PL-2',
      'changed pledges PL-1',
      'changed donors north',
      'changed pledges PL-2',
      'changed pledges PL-2',
      'changed pledges PL-2',
      { added: recordsOf(EXAMPLE).size + 1, changed: 0, deleted: 0 },
    ]);
    // Page by page they are the same lines, each once.
    const paged: number[] = [];
    let next: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAuditLines>> = await listAuditLines(db, ANY, {
        below: next,
        limit: 2,
      });
      paged.push(...page.lines.map(({ id }) => id));
      next = page.below;
    } while (next !== null);
    expect(paged).toEqual(lines.map(({ id }) => id));
    const opened = await listAuditLines(db, { ...ANY, change }, { limit: 500 });
    expect(opened.lines).toHaveLength(recordsOf(EXAMPLE).size + 1);
  });

  test('is found by who, kind, change, day and any text, in capitals or not', async () => {
    const db = await open();
    const names = ['100 % of “it”', 'a_b', 'Größe Étoile', 'say "no"', 'back\\slash'];
    const donors = names.map((name, index) => ({ ...EXAMPLE.donors[1], code: `D${index}`, name }));
    await savePortfolio(actingAs(db, ANNA), { ...EXAMPLE, donors: [...EXAMPLE.donors, ...donors] as never });
    const keys = async (query: Partial<AuditQuery>) =>
      (await listAuditLines(db, { ...ANY, kind: 'donors', ...query })).lines.map((line) =>
        'key' in line ? line.key : 'many',
      );
    expect(await keys({ text: '0 % OF “IT”' })).toEqual(['D0']);
    expect(await keys({ text: 'A_B' })).toEqual(['D1']);
    expect(await keys({ text: 'étoile' })).toEqual(['D2']);
    expect(await keys({ text: 'SAY "NO"' })).toEqual(['D3']);
    expect(await keys({ text: 'K\\s' })).toEqual(['D4']);
    expect(await keys({ text: '100_%' })).toEqual([]);
    expect(await keys({ text: 'd3', who: 'keller' })).toEqual(['D3']);
    expect(await keys({ text: 'd3', who: 'Bo' })).toEqual([]);
    expect(await keys({ text: 'd3', action: 'changed' })).toEqual([]);
    expect(await keys({ text: 'd3', from: '2020-01-01', to: '2099-12-31' })).toEqual(['D3']);
    expect(await keys({ text: 'd3', to: '2020-01-01' })).toEqual([]);
    expect(await keys({ text: 'd3', from: '2099-01-01' })).toEqual([]);
    for (const kind of AUDIT_KINDS) expect((await listAuditLines(db, { ...ANY, kind })).below).toBeNull();
  });
});

/** One of few bundles, in the base currency that is there. */
async function importSomething(db: Database, seed: number): Promise<boolean> {
  const incoming = productPortfolio(randomBundle(seed));
  try {
    await importPortfolio(db, (current) => ({ ...incoming, demonstration: current.demonstration }));
    return true;
  } catch {
    return false;
  }
}

/** Changes, adds back or deletes a record drawn at random; true when something was saved. */
async function changeSomething(
  db: Database,
  current: Portfolio,
  draw: (below: number) => number,
): Promise<boolean> {
  const list = PORTFOLIO_LISTS[draw(PORTFOLIO_LISTS.length)] as PortfolioList;
  const records = current[list] as readonly never[];
  if (records.length === 0) return false;
  const record = records[draw(records.length)] as never;
  const key = (RECORD_KEYS[list] as (record: never) => string)(record).split('\n');
  const found = await findRecord(db, list, key);
  const what = draw(4);
  const outcome = await changeRecord(db, {
    list,
    key,
    revision: what === 0 ? 999 : (found?.revision ?? null),
    change: (was) => {
      if (what === 1) return null;
      const title = `Again ${draw(1_000)}`;
      return was && ({ ...(was as object), ...renamed(was as object, title) } as never);
    },
  });
  return outcome.kind === 'saved';
}

/** The part of a record that may say anything. */
function renamed(record: object, text: string): object {
  if ('title' in record) return { title: text };
  if ('name' in record) return { name: text };
  if ('nextStep' in record) return { nextStep: text };
  return {};
}
