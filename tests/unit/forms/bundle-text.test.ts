import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readBundle } from '#app/forms/bundle.ts';
import { bundleChunks, writeBundle } from '#app/forms/bundle-text.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { changedBundle, exampleBundle } from '../../support/bundles.ts';
import { randomBundles } from '../../support/random-bundle.ts';
import { anyPortfolio } from './any-portfolio.ts';

// Many or large bundles take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The example of domain.md, section 6, with its key order, and with the programmes that an export always writes. */
const DOCUMENTED = `{
  "format": "portfolio-bundle",
  "version": 1,
  "baseCurrency": "USD",
  "exchangeRates": [
    {
      "currency": "EUR",
      "from": "2012-01-01",
      "unitsPerBase": "0.7730"
    }
  ],
  "programmes": [
    {
      "code": "JWP-2012-2014",
      "title": "Joint Work Programme",
      "startYear": 2012,
      "endYear": 2014
    }
  ],
  "themes": [
    {
      "programme": "JWP-2012-2014",
      "code": "B",
      "title": "Shared species"
    }
  ],
  "speciesProgrammes": [
    {
      "code": "sharks",
      "name": "Sharks",
      "status": "priority",
      "taxa": [
        {
          "scientificName": "Rhincodon typus",
          "commonName": "Whale shark"
        }
      ]
    }
  ],
  "activities": [
    {
      "programme": "JWP-2012-2014",
      "code": "B8",
      "printedCode": "B.8",
      "theme": "B",
      "title": "Sharks",
      "summary": null,
      "species": [
        {
          "code": "sharks",
          "share": "1"
        }
      ],
      "timeframe": {
        "kind": "years",
        "startYear": 2012,
        "endYear": 2013,
        "printed": "2012-2013"
      },
      "funding": "external",
      "lead": "joint",
      "partners": [
        "FAO"
      ],
      "priority": "high",
      "status": "seeking-funding",
      "items": [
        {
          "code": "a",
          "title": "Workshop",
          "funding": "external"
        }
      ]
    }
  ],
  "budgets": [
    {
      "programme": "JWP-2012-2014",
      "activity": "B8",
      "version": 1,
      "status": "approved",
      "approvedOn": "2012-02-01",
      "rateDate": "2012-02-01",
      "currency": "USD",
      "pscRate": "0.13",
      "lines": [
        {
          "category": "travel",
          "description": "Experts",
          "unit": "participant",
          "quantity": "20",
          "unitCost": "1500.00",
          "year": 2012,
          "funding": "external",
          "item": "a"
        }
      ]
    }
  ],
  "donors": [
    {
      "code": "north-ministry",
      "name": "Northern ministry",
      "type": "government",
      "country": "DE",
      "currency": "EUR",
      "pscCap": "0.07",
      "interests": {
        "themes": [
          "B"
        ],
        "species": [
          "sharks"
        ]
      }
    }
  ],
  "prospects": [
    {
      "code": "PR-1",
      "donor": "north-ministry",
      "createdOn": "2012-03-01",
      "stage": "proposal",
      "currency": "EUR",
      "probability": "0.6",
      "decisionBy": "2012-09-30",
      "asks": [
        {
          "programme": "JWP-2012-2014",
          "activity": "B8",
          "amount": "30000.00"
        }
      ]
    }
  ],
  "pledges": [
    {
      "code": "PL-1",
      "programme": "JWP-2012-2014",
      "donor": "north-ministry",
      "prospect": null,
      "date": "2012-04-10",
      "committedOn": "2012-05-02",
      "cancelledOn": null,
      "currency": "EUR",
      "amount": "50000.00",
      "earmark": {
        "activities": [],
        "species": [
          "sharks"
        ],
        "themes": [],
        "years": []
      },
      "allocations": [
        {
          "activity": "B8",
          "year": 2012,
          "amount": "20000.00"
        }
      ],
      "instalments": [
        {
          "due": "2012-06-30",
          "amount": "25000.00"
        }
      ],
      "receipts": [
        {
          "date": "2012-07-02",
          "amount": "25000.00"
        }
      ],
      "writeOffs": [
        {
          "date": "2013-11-30",
          "amount": "1000.00",
          "reason": null
        }
      ]
    }
  ]
}
`;

const portfolioOf = (source: string) => {
  const prepared = prepareImport(source, null);
  if (!prepared.ok)
    throw new Error(prepared.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return prepared.portfolio;
};

test('the documented example is written as it was read, byte for byte', () => {
  expect(writeBundle(portfolioOf(DOCUMENTED))).toBe(DOCUMENTED);
});

test('amounts have all decimals of their currency and shares none too many', () => {
  const text = writeBundle(portfolioOf(changedBundle({ 'pledges[0].amount': '50000.5' })));
  const { pledges, budgets, activities } = JSON.parse(text);
  expect([pledges[0].amount, pledges[1].amount]).toEqual(['50000.50', '9000']);
  expect(budgets[0].lines[1].unitCost).toBe('1500.50');
  expect(activities[0].species.map(({ share }: { share: string }) => share)).toEqual(['0.75', '0.25']);
});

test('keys of our own stand only where they say something', () => {
  const full = JSON.parse(writeBundle(portfolioOf(changedBundle({}))));
  expect(full).toMatchObject({
    demonstration: true,
    activities: [{ section: 'Sharks', timeframe: { note: 'As amended' } }, {}, {}, {}],
    prospects: [{ nextStep: 'Send the concept note' }, {}],
  });
  expect(full.activities[1]).not.toHaveProperty('section');
  expect(full.activities[1].timeframe).toEqual({ kind: 'ongoing', printed: null });
  expect(full.prospects[1]).not.toHaveProperty('nextStep');
  expect(JSON.parse(writeBundle(portfolioOf(changedBundle({ demonstration: false }))))).not.toHaveProperty(
    'demonstration',
  );
});

test('an empty portfolio is written with empty lists', () => {
  const text = writeBundle(portfolioOf('{"format":"portfolio-bundle","version":1,"baseCurrency":"JPY"}'));
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(Object.values(JSON.parse(text)).filter(Array.isArray)).toHaveLength(9);
});

test('a long list is written in pieces that make up the same text', () => {
  const donors = Array.from({ length: 350 }, (_, index) => ({
    code: `D${index}`,
    name: `Donor ${index}`,
    type: 'other',
  }));
  const portfolio = portfolioOf(JSON.stringify({ ...exampleBundle(), donors, prospects: [], pledges: [] }));
  const chunks = [...bundleChunks(portfolio)];
  expect(chunks.length).toBeGreaterThan(10);
  expect(chunks.join('')).toBe(`${JSON.stringify(JSON.parse(chunks.join('')), null, 2)}\n`);
});

describe('what is written is read back as the same', () => {
  test('for portfolios of any values', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        const text = writeBundle(portfolio);
        expect(readBundle(text)).toEqual({ ok: true, bundle: portfolio });
        expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      }),
    );
  });

  test('for valid bundles, and an import of the export changes nothing', () => {
    fc.assert(
      fc.property(randomBundles(), (bundle) => {
        const portfolio = portfolioOf(JSON.stringify(bundle));
        const text = writeBundle(portfolio);
        expect(prepareImport(text, portfolio)).toEqual({ ok: true, portfolio, merged: portfolio });
      }),
      { numRuns: 60 },
    );
  });

  test.each(readdirSync('seeds').filter((name) => name.endsWith('.json')))(
    'for the values of seeds/%s',
    (name) => {
      const read = readBundle(readFileSync(`seeds/${name}`));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const budgets = read.bundle.budgets.map((budget) => ({
        ...budget,
        programme: budget.programme ?? 'JWP',
      }));
      const prospects = read.bundle.prospects.map((prospect) => ({
        ...prospect,
        asks: prospect.asks.map((ask) => ({ ...ask, programme: ask.programme ?? 'JWP' })),
      }));
      const bundle = { ...read.bundle, budgets, prospects };
      expect(readBundle(writeBundle(bundle))).toEqual({ ok: true, bundle });
    },
  );
});
