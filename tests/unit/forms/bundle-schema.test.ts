import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBundle } from '#app/forms/bundle.ts';
import { bundleJsonSchema } from '#app/forms/bundle-schema.ts';

const FILE = 'docs/portfolio-bundle.schema.json';
const GUIDE = 'docs/portfolio-bundle.md';

test('the published JSON Schema is that of the reader (UPDATE_SCHEMA=1 writes it anew)', () => {
  const text = `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;
  if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

test('it asks for no key that may be left out and allows none that is unknown', () => {
  const schema = bundleJsonSchema() as {
    required: string[];
    additionalProperties: boolean;
    properties: object;
  };
  expect(schema.required).toEqual(['format', 'version', 'baseCurrency']);
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties)).toEqual([
    ...['format', 'version', 'baseCurrency', 'demonstration', 'exchangeRates', 'programmes', 'themes'],
    ...['speciesProgrammes', 'activities', 'budgets', 'donors', 'prospects', 'pledges'],
  ]);
});

test('the example of the guide is a valid bundle', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];
  expect(readBundle(example)).toMatchObject({ ok: true });
});
