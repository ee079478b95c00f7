/** A bundle as parsed JSON that tests may change. */
export type BundleJson = Record<string, unknown>;

/**
 * A small bundle in which every kind of record and every optional key occurs, also as null and left out. It has
 * two programmes; `B8` is an activity of the first only, `X1` one of both.
 */
export function exampleBundle(): BundleJson {
  return structuredClone({
    format: 'portfolio-bundle',
    version: 1,
    baseCurrency: 'USD',
    demonstration: true,
    exchangeRates: [
      { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.7730' },
      { currency: 'JPY', from: '2012-06-01', unitsPerBase: '78' },
      { currency: 'USD', from: '2012-01-01', unitsPerBase: '1.0' },
    ],
    programmes: [
      { code: 'JWP', title: 'Joint Work Programme', startYear: 2012, endYear: 2014 },
      { code: 'NEXT', title: 'The next one', startYear: 2015, endYear: 2017 },
    ],
    themes: [
      { programme: 'JWP', code: 'B', title: 'Shared species' },
      { programme: 'JWP', code: 'C', title: 'Administration' },
      { programme: 'NEXT', code: 'N', title: 'News' },
    ],
    speciesProgrammes: [
      {
        code: 'sharks',
        name: 'Sharks',
        status: 'priority',
        taxa: [
          { scientificName: 'Rhincodon typus', commonName: 'Whale shark' },
          { scientificName: 'Lamna nasus', commonName: null },
        ],
      },
      { code: 'saiga', name: 'Saiga antelope', status: 'candidate' },
    ],
    activities: [sharkActivity(), ...plainActivities()],
    budgets: [approvedBudget(), draftBudget()],
    donors: [
      {
        code: 'north',
        name: 'Northern ministry (fictitious)',
        type: 'government',
        country: 'DE',
        currency: 'EUR',
        pscCap: '0.07',
        interests: { themes: ['B', 'N'], species: ['sharks'] },
      },
      { code: 'south', name: 'Southern trust (fictitious)', type: 'foundation', interests: null },
    ],
    prospects: [
      {
        code: 'PR-1',
        donor: 'north',
        createdOn: '2012-03-01',
        stage: 'proposal',
        currency: 'EUR',
        probability: '0.6',
        decisionBy: '2012-09-30',
        nextStep: 'Send the concept note',
        asks: [
          { activity: 'B8', amount: '30000.00' },
          { programme: 'NEXT', activity: 'X1', amount: '1' },
        ],
      },
      { code: 'PR-2', donor: 'south', createdOn: '2012-03-01', stage: 'identified', currency: 'USD' },
    ],
    pledges: [earmarkedPledge(), plainPledge()],
  });
}

const sharkActivity = () => ({
  programme: 'JWP',
  code: 'B8',
  printedCode: 'B.8',
  theme: 'B',
  section: 'Sharks',
  title: 'Support the memorandum on sharks',
  summary: 'Two lines\nof text',
  species: [
    { code: 'sharks', share: '0.75' },
    { code: 'saiga', share: '0.25' },
  ],
  timeframe: { kind: 'years', startYear: 2012, endYear: 2013, printed: '2012-2013', note: 'As amended' },
  funding: 'external',
  lead: 'joint',
  partners: ['FAO', 'IUCN'],
  priority: 'high',
  status: 'seeking-funding',
  items: [
    { code: 'a', title: 'First item', funding: 'external' },
    { code: 'b', title: 'Second item', funding: null },
  ],
});

const plainActivities = () => [
  {
    ...{ programme: 'JWP', code: 'C1', theme: 'C', title: 'Raise funds', funding: 'core', status: 'planned' },
    timeframe: { kind: 'ongoing', printed: null },
  },
  {
    ...{ programme: 'JWP', code: 'X1', theme: 'C', title: 'Extra', funding: 'partial', status: 'on-hold' },
    ...{ timeframe: null, species: null, items: [], partners: [], priority: null, lead: null },
  },
  {
    ...{ programme: 'NEXT', code: 'X1', theme: 'N', title: 'Extra', funding: 'external', status: 'planned' },
    timeframe: { kind: 'conditional', startYear: null, printed: null, note: 'Once the parties decide' },
  },
];

const approvedBudget = () => ({
  programme: 'JWP',
  activity: 'B8',
  version: 1,
  status: 'approved',
  approvedOn: '2012-02-01',
  rateDate: '2012-02-01',
  currency: 'EUR',
  pscRate: '0.13',
  lines: [
    {
      ...{ category: 'travel', description: 'Workshop', unit: 'participant', quantity: '20' },
      ...{ unitCost: '1500.00', year: 2012, funding: 'in-kind', item: 'a' },
    },
    { category: 'staff', description: '', quantity: '0.5', unitCost: '1500.5', year: 2013 },
  ],
});

const draftBudget = () => ({
  ...{ activity: 'B8', version: 2, status: 'draft', rateDate: '2013-02-01', currency: 'USD' },
  ...{ pscRate: '0', lines: null },
});

const earmarkedPledge = () => ({
  code: 'PL-1',
  programme: 'JWP',
  donor: 'north',
  prospect: 'PR-1',
  date: '2012-04-10',
  committedOn: '2012-05-02',
  cancelledOn: '2014-01-01',
  currency: 'EUR',
  amount: '50000.00',
  earmark: { activities: ['B8'], species: ['sharks'], themes: ['B'], years: [2012, 2013] },
  allocations: [
    { activity: 'B8', year: 2012, amount: '20000.00' },
    { activity: 'B8', year: 2013, amount: '30000.00' },
  ],
  instalments: [{ due: '2012-06-30', amount: '25000.00' }],
  receipts: [{ date: '2012-07-02', amount: '25000.00' }],
  writeOffs: [{ date: '2013-11-30', amount: '1000.00', reason: 'Costs were lower' }],
});

const plainPledge = () => ({
  ...{ code: 'PL-2', programme: 'JWP', donor: 'south', date: '2012-07-01', currency: 'JPY' },
  ...{ amount: '9000', allocations: [{ activity: 'C1', amount: '9000' }], earmark: { years: null } },
});

/** Values to put at JSON paths; undefined takes the key away, a list element past the end is added. */
export type Changes = Readonly<Record<string, unknown>>;

/** The example bundle with some values changed, as text. */
export function changedBundle(changes: Changes): string {
  const bundle = exampleBundle();
  for (const [path, value] of Object.entries(changes)) putAt(bundle, path, value);
  return JSON.stringify(bundle);
}

function putAt(root: BundleJson, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() as string;
  const parent = keys.reduce<Record<string, unknown>>(
    (object, key) => object[key] as Record<string, unknown>,
    root,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = structuredClone(value);
}
