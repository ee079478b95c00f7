import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
import { crawl, dataAddress } from '../../support/crawl.ts';
import { PROJECT, portfolio, temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { personCookie } from '../../support/signed-in.ts';

const SCOPES = ['', 'asOf=2013-06-30&currency=EUR'];

type Seeds = {
  readonly prospects: readonly { readonly asks: readonly { amount: string }[] }[];
  readonly pledges: readonly Pledge[];
};
type Pledge = { readonly code: string; readonly committedOn?: string | null; readonly receipts?: object[] };

const seed = (name: string) => readFileSync(join(PROJECT, 'seeds', `${name}.json`), 'utf8');
const isUndecided = ({ committedOn, receipts = [] }: Pledge) => !committedOn && receipts.length === 0;

/** The same portfolio but for what viewers must not know. */
function otherwiseUndecided(text: string): string {
  const seeds = JSON.parse(text) as Seeds;
  const undecided = seeds.pledges.filter(isUndecided);
  if (undecided.length < 3)
    throw new Error('the demonstration has too few undecided pledges to be of use here');
  const announced = {
    ...{ code: 'PL-OTHER', programme: 'JWP-2012-2014', donor: 'imaginary-airways', date: '2012-05-05' },
    ...{ currency: 'EUR', amount: '777777.77', earmark: { activities: ['B8'] } },
  };
  return JSON.stringify({
    ...seeds,
    // A pledge came from the first one.
    prospects: seeds.prospects.toSpliced(1, 2).map((prospect) => ({
      ...{ ...prospect, stage: 'negotiation', probability: '0.77', decisionBy: null },
      asks: prospect.asks.map((ask) => ({ ...ask, amount: '77777.77' })),
    })),
    pledges: [...seeds.pledges.filter((pledge) => !isUndecided(pledge)), announced],
  });
}

/** When somebody signed in is not the same on two sites. */
const isAboutThemselves = (path: string) => path.startsWith('/account');
/** Another order of a list has no other links, and most figures have their breakdowns on several pages. */
const isLeaf = (path: string) => isAboutThemselves(path) || /^.breakdown|[?&]sort=(?!-pledged)/.test(path);
/** Each figure once: in one scope. */
const isLookedAt = (path: string) => !isAboutThemselves(path) && !/^.breakdown(?!.*EUR)/.test(path);

async function startWith(demonstration: string) {
  const databaseUrl = `file:${temporaryFolder()}/tributary.db`;
  for (const input of [seed('joint-work-programme'), demonstration]) {
    const { status, stderr } = await portfolio(['import', '-'], {
      env: { DATABASE_URL: databaseUrl },
      input,
    });
    if (status !== 0) throw new Error(stderr);
  }
  const server = await startServer({ env: { DATABASE_URL: databaseUrl } });
  const db = await openDatabase(databaseUrl);
  const tokens = { viewer: '', officer: '' };
  for (const of of ['viewer', 'officer'] as const) {
    tokens[of] = await createApiToken(db, { role: of, name: null, expiresOn: null });
  }
  await db.close();
  const cookies = {
    viewer: await personCookie(databaseUrl, 'viewer'),
    officer: await personCookie(databaseUrl, 'officer'),
  };
  const ask = async (as: 'viewer' | 'officer', path: string) => {
    const headers = { cookie: cookies[as], authorization: `Bearer ${tokens[as]}` };
    const response = await fetch(server.url + path, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };
  return { server, ask };
}

describe('two portfolios that differ in nothing but prospects and announced pledges', () => {
  const sites: Awaited<ReturnType<typeof startWith>>[] = [];
  const servers: RunningServer[] = [];
  const askBoth = (as: 'viewer' | 'officer', path: string) =>
    Promise.all(sites.map(({ ask }) => ask(as, path)));

  beforeAll(async () => {
    const demonstration = seed('demonstration');
    for (const text of [demonstration, otherwiseUndecided(demonstration)]) {
      const site = await startWith(text);
      sites.push(site);
      servers.push(site.server);
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  test('look different to an officer', async () => {
    for (const path of ['/_root.data', '/activities/B8.data', '/api/v1/gap?by=theme']) {
      const [one, other] = await askBoth('officer', path);
      expect(one?.status).toBe(200);
      expect(other?.text).not.toBe(one?.text);
    }
  });

  test('have the same pages, with the same data, for a viewer', async () => {
    const [first] = sites;
    const start = SCOPES.flatMap((search) => [`/?${search}`, `/activities?sort=-pledged&${search}`]);
    const pages = await crawl(start, async (path) => {
      if (isLeaf(path)) return '';
      const answer = await first?.ask('viewer', path);
      expect(answer?.status, path).toBe(200);
      return answer?.text ?? '';
    });
    expect(pages.length).toBeGreaterThan(200);
    for (const path of pages.filter(isLookedAt)) {
      const [one, other] = await askBoth('viewer', dataAddress(path));
      expect([one?.status, other?.status], path).toEqual([200, 200]);
      expect(other?.text, path).toBe(one?.text);
      expect(one?.text, path).not.toMatch(/PR-201|weightedPipelineMinor",\d|Imaginary Airways/);
    }
  }, 300_000);

  test('get the same answers of the API for a viewer', async () => {
    for (const search of SCOPES) {
      for (const by of GAP_DIMENSIONS) {
        const [one, other] = await askBoth('viewer', `/api/v1/gap?by=${by}&${search}`);
        expect(one?.status).toBe(200);
        expect(other).toEqual(one);
      }
    }
  });

  test('refuse a viewer the breakdown of what has undecided money in it', async () => {
    for (const figure of ['pledged', 'gapIfPledgesHold', 'surplus', 'weightedPipeline', 'stalePipeline']) {
      const [one, other] = await askBoth('viewer', `/breakdown?figure=${figure}&by=total`);
      expect([one?.status, other?.status], figure).toEqual([403, 403]);
      expect(one?.text).toContain('which your role does not see');
    }
  });
});
