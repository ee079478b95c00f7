// The layers of app/: what each may import. An arrow that is not listed here fails the check.

const THIS_LAYER =
  '^app/(domain|forms|data|exports|figures|accounts|api|guards|components|routes|bundling|server|cli)/';

/** Own folders and npm packages (or node's own modules) that a layer may import; everything else is refused. */
const MAY_IMPORT = {
  domain: { layers: ['domain'], packages: [] },
  forms: { layers: ['domain', 'forms'], packages: ['zod'] },
  data: {
    layers: ['domain', 'data'],
    packages: ['@prisma/[^/]+', 'better-sqlite3', 'pg', '@types/(better-sqlite3|pg)'],
    node: true,
  },
  exports: { layers: ['domain', 'exports'], packages: ['exceljs'], node: true },
  // A question about figures, from a page, a command or the API, becomes an answer: one way for all of them.
  figures: { layers: ['domain', 'forms', 'data', 'figures'], packages: [] },
  // Who is asking, and how they prove it: passwords, second factors, one-time links, sessions, single sign-on.
  accounts: {
    layers: ['domain', 'data', 'accounts'],
    packages: ['otpauth', 'uqr', 'openid-client'],
    node: true,
  },
  // How an answer of the HTTP API is guarded and written, for the routes under /api.
  api: { layers: ['domain', 'forms', 'data', 'figures', 'api'], packages: [] },
  // What a page needs before it can be shown: a question that makes sense, or an answer in words.
  guards: {
    layers: ['domain', 'forms', 'data', 'figures', 'accounts', 'guards'],
    packages: ['@remix-run/node'],
  },
  components: {
    layers: ['domain', 'forms', 'components'],
    packages: ['react', 'react-dom', 'recharts', '@remix-run/react', '@types/react(-dom)?'],
  },
  routes: {
    layers: ['domain', 'forms', 'data', 'exports', 'figures', 'accounts', 'api', 'guards', 'components'],
    packages: ['react', 'react-dom', '@remix-run/(react|node)', '@types/react(-dom)?'],
  },
  server: {
    layers: ['domain', 'forms', 'data', 'accounts', 'guards', 'api', 'bundling', 'server'],
    packages: [
      '@remix-run/(node|react)',
      'express',
      'compression',
      'pino',
      'vite',
      '@types/(express|compression|express-serve-static-core|serve-static)',
    ],
    node: true,
  },
  cli: {
    layers: ['domain', 'forms', 'data', 'figures', 'accounts', 'bundling', 'cli'],
    packages: ['tsx'],
    node: true,
  },
  bundling: { layers: ['bundling'], packages: ['@remix-run/dev', 'vite'], node: true },
};

const layerRules = Object.entries(MAY_IMPORT).flatMap(([layer, { layers, packages, node }]) => [
  {
    name: `${layer}-imports-its-layers-only`,
    severity: 'error',
    comment: `app/${layer} may import ${layers.map((name) => `app/${name}`).join(', ')} and no other part of app/`,
    from: { path: layer === 'routes' ? '^app/routes/([^/]+)' : `^app/${layer}/` },
    to: { path: '^(app|prisma|tests|seeds)/', pathNot: allowedPaths(layer, layers) },
  },
  {
    name: `${layer}-imports-its-packages-only`,
    severity: 'error',
    comment: `app/${layer} may use ${packages.join(', ') || 'no packages'}`,
    from: { path: `^app/${layer}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'unknown'],
      ...(packages.length > 0 && { pathNot: `(^|node_modules/)(${packages.join('|')})(/|$)` }),
    },
  },
  ...(node
    ? []
    : [
        {
          name: `${layer}-leaves-node-alone`,
          severity: 'error',
          comment: `app/${layer} uses nothing of node:*`,
          from: { path: `^app/${layer}/` },
          to: { dependencyTypes: ['core'] },
        },
      ]),
]);

/** A route is one URL: what two of them share belongs into a layer below. A folder's private parts are its own. */
function allowedPaths(layer, layers) {
  if (layer !== 'routes') return `^app/(${layers.join('|')})/`;
  return [`^app/(${layers.join('|')})/`, '^app/styles/', '^app/routes/$1/'];
}

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: { path: '^app/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'generated-client-stays-in-data',
      severity: 'error',
      comment: 'Prisma is the business of app/data alone',
      from: { path: '^app/', pathNot: '^app/data/' },
      to: { path: '^app/data/generated/' },
    },
    {
      name: 'forms-reach-components-as-types',
      severity: 'error',
      comment: 'the browser gets no Zod: a component knows the types of a form, not its schema',
      from: { path: '^app/components/' },
      to: { path: '^app/forms/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      comment: 'a new room under app/ needs its line in this table',
      from: { path: '^app/[^/]+/', pathNot: [THIS_LAYER, '^app/styles/'] },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^app/data/generated/'] },
    exclude: { path: '^build/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'] },
  },
};
