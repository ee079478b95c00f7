type Entry = {
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
};

const FIGURE_OPTIONS = [
  '--programme CODE  the programme; may be left out when there is one',
  '--as-of DATE      what was known on a day, such as 2013-06-30 (default: today)',
  '--currency CUR    the currency to report in (default: the base currency)',
  '--json            the answer as JSON; with npm, use "npm run --silent portfolio -- …"',
];

const FILE = '- as FILE stands for';

const LINK_BASE =
  'The link leads to PUBLIC_URL, or else to this machine at PORT (default: 3000). Anybody who has it can use it.';

/** What the help says about each command. */
export const MANUAL: Readonly<Record<string, Entry>> = {
  import: {
    usage: 'import FILE',
    summary: 'add a portfolio bundle, all of it or nothing',
    details: [`${FILE} standard input. Importing the same bundle again changes nothing.`],
  },
  export: {
    usage: 'export FILE',
    summary: 'write the whole portfolio as a bundle',
    details: [`${FILE} standard output. An existing file is replaced once the new one is complete.`],
  },
  gap: {
    usage: 'gap --by theme|species|activity|year [--programme CODE] [--as-of DATE] [--currency CUR] [--json]',
    summary: 'the funding gap',
    details: ['--by WHAT         theme, species, activity or year', ...FIGURE_OPTIONS],
  },
  forecast: {
    usage: 'forecast [--programme CODE] [--as-of DATE] [--currency CUR] [--json]',
    summary: 'the gap to expect when open prospects are won or lost',
    details: FIGURE_OPTIONS,
  },
  init: {
    usage: 'init [--currency CUR]',
    summary: 'make an empty portfolio, without demonstration data',
    details: ['--currency CUR    the base currency (default: USD)'],
  },
  backup: {
    usage: 'backup FILE [--force]',
    summary: 'write all that the database holds into a file, also while people work',
    details: [
      'Tokens, settings and revisions too: more than a portfolio bundle. Keep the file where only few can read it.',
      '--force           replace FILE if it exists, once the new one is complete',
    ],
  },
  restore: {
    usage: 'restore FILE',
    summary: 'fill an empty database from a backup, all of it or nothing',
    details: [
      'The backup may come from the other kind of database: so a portfolio moves from SQLite to PostgreSQL and back.',
    ],
  },
  'token create': {
    usage: 'token create --role ROLE [--name NAME] [--expires DATE]',
    summary: 'make a token for the HTTP API and print it, once',
    details: [
      '--role ROLE       what it may do',
      '--name NAME       what it is for, for people who look after tokens',
      '--expires DATE    the last day it is good for (default: it does not end)',
    ],
  },
  'user add': {
    usage: 'user add EMAIL --role ROLE [--name NAME]',
    summary: 'add somebody and print the invitation to hand over, once',
    details: [
      '--role ROLE       what they may do',
      '--name NAME       what they are called (default: what stands before the @)',
      LINK_BASE,
    ],
  },
  'user reset': {
    usage: 'user reset EMAIL [--without-second-factor]',
    summary: 'print a link to a new password, once, also for an administrator who is locked out',
    details: [
      '--without-second-factor  take the authenticator app and the recovery codes away, for a lost phone',
      LINK_BASE,
    ],
  },
};

/** The help about all commands. */
export function overview(): string {
  const entries = Object.values(MANUAL);
  return [
    'usage: npm run portfolio -- COMMAND',
    '',
    ...entries.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    '',
    'COMMAND --help says more. DATABASE_URL names the database (default: the file under data/).',
  ].join('\n');
}

/** The help about one command. */
export function helpFor(name: string): string {
  const { usage, summary, details } = MANUAL[name] as Entry;
  return [
    `usage: npm run portfolio -- ${usage}`,
    '',
    `${summary}`,
    '',
    ...details.map((line) => `  ${line}`),
  ].join('\n');
}
