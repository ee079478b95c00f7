import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, runProgram, temporaryFolder } from '../support/project.ts';

const DEPCRUISE = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const NEIGHBOURS = {
  'app/domain/money.ts': 'export const CENT = 1n;\n',
  'app/forms/field.ts': 'export const field = 1;\nexport type Field = number;\n',
  'app/data/pledges.server.ts': 'export const rows = [];\n',
  'app/data/generated/client.ts': 'export const client = 1;\n',
  'app/components/table.tsx': 'export const Table = 1;\n',
  'app/routes/donors.tsx': 'export const loader = 1;\n',
  'app/server/root.ts': 'export const ROOT = "";\n',
  'app/domain/this.ts': "import { that } from './that.ts';\nexport const here = () => that;\n",
  'app/domain/that.ts': "import { here } from './this.ts';\nexport const that = () => here;\n",
};

const BROKEN = [
  ['the domain uses a package', 'app/domain/a.ts', 'zod', 'domain-imports-its-packages-only'],
  ['the domain uses a module of node', 'app/domain/b.ts', 'node:fs', 'domain-leaves-node-alone'],
  [
    'the domain looks up at a form',
    'app/domain/c.ts',
    '#app/forms/field.ts',
    'domain-imports-its-layers-only',
  ],
  ['an import leads nowhere', 'app/domain/d.ts', './nowhere.ts', 'every-import-is-found'],
  [
    'a form asks the database',
    'app/forms/a.ts',
    '#app/data/pledges.server.ts',
    'forms-imports-its-layers-only',
  ],
  ['a form draws', 'app/forms/b.ts', 'react', 'forms-imports-its-packages-only'],
  [
    'the database answers requests',
    'app/data/a.server.ts',
    '@remix-run/node',
    'data-imports-its-packages-only',
  ],
  [
    'a component asks the database',
    'app/components/a.tsx',
    '#app/data/pledges.server.ts',
    'components-imports-its-layers-only',
  ],
  [
    'a component brings a schema along',
    'app/components/b.tsx',
    '#app/forms/field.ts',
    'forms-reach-components-as-types',
  ],
  ['a route asks another route', 'app/routes/a.tsx', './donors.tsx', 'routes-imports-its-layers-only'],
  ['a route asks Prisma', 'app/routes/b.tsx', '@prisma/client', 'routes-imports-its-packages-only'],
  [
    'a route asks the generated client',
    'app/routes/c.tsx',
    '#app/data/generated/client.ts',
    'generated-client-stays-in-data',
  ],
  ['a route asks the server', 'app/routes/d.tsx', '#app/server/root.ts', 'routes-imports-its-layers-only'],
  ['a room has no rule', 'app/utils/a.ts', '#app/domain/money.ts', 'every-file-has-a-layer'],
] as const;

const KEPT = {
  'app/routes/kept.tsx': [
    '#app/domain/money.ts',
    '#app/data/pledges.server.ts',
    '#app/components/table.tsx',
    'react',
  ],
  'app/data/kept.server.ts': ['#app/domain/money.ts', '@prisma/client', 'node:fs'],
  'app/forms/kept.ts': ['#app/domain/money.ts', 'zod'],
};

const importing = (...imported: readonly string[]) =>
  imported
    .map((name, at) => `import * as it${at} from '${name}';\nexport const kept${at} = it${at};\n`)
    .join('');

let folder: string;
let violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];

beforeAll(async () => {
  folder = temporaryFolder();
  for (const shared of ['package.json', 'tsconfig.json', '.config']) {
    cpSync(join(PROJECT, shared), join(folder, shared), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const files: [string, string][] = [
    ...Object.entries(NEIGHBOURS),
    ...BROKEN.map(([, file, imported]): [string, string] => [file, importing(imported)]),
    ...Object.entries(KEPT).map(([file, imported]): [string, string] => [file, importing(...imported)]),
    [
      'app/components/kept.tsx',
      "import type { Field } from '#app/forms/field.ts';\nexport const one: Field = 1;\n",
    ],
  ];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { stdout } = await cruise(folder, '--output-type', 'json');
  violations = JSON.parse(stdout).summary.violations;
});

function cruise(cwd: string, ...options: readonly string[]) {
  const config = join(cwd, '.config/dependency-cruiser.cjs');
  return runProgram(['node', DEPCRUISE, '--config', config, ...options, 'app'], { cwd });
}

function rulesBrokenBy(file: string): string[] {
  return violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

describe('the layers', () => {
  test('hold in the program as it is', async () => {
    const { status, stdout, stderr } = await cruise(PROJECT);
    expect(stderr + stdout).toMatch(/no dependency violations found/);
    expect(status).toBe(0);
  });

  test.each(BROKEN)('are broken when %s', (_what, file, _imported, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  test('are broken by two files that import each other', () => {
    const circle = ['app/domain/this.ts', 'app/domain/that.ts'];
    expect(circle.flatMap(rulesBrokenBy)).toEqual(['no-circles']);
  });

  test.each([...Object.keys(KEPT), 'app/components/kept.tsx'])('are kept by what %s imports', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  test('end the check with an error when one is broken', async () => {
    expect((await cruise(folder)).status).not.toBe(0);
  });
});
