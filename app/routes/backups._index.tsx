import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type Nightly, NightlyBackup } from '#app/components/nightly-backup.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { findNightlyState, type NightlyState } from '#app/data/backup/nightly-state.server.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  space: 'The server has no room for the file. Nothing was kept: make room on its disk and try again.',
  other: 'Nothing was kept. The log of the server says why.',
};

export const meta: MetaFunction = () => [{ title: 'Backups · Tributary' }];

export function loader({ request, context: { backups } }: LoaderFunctionArgs) {
  const problem = new URL(request.url).searchParams.get('problem');
  return {
    nightly: backups.nightly && shown(findNightlyState(backups.nightly, new Date())),
    problem: problem === null ? null : (PROBLEMS[problem] ?? null),
  };
}

function shown({ settings: { folder, keepCount, at }, kept, missing }: NightlyState): Nightly {
  const digits = (number: number) => String(number).padStart(2, '0');
  return { folder, keepCount, at: `${digits(at.hour)}:${digits(at.minute)}`, kept, missing };
}

export default function Backups() {
  const { nightly, problem } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Backups">
        <p className="quiet">
          A backup holds all there is: the portfolio, people, tokens and the audit trail. Who is signed in and
          links that were handed out are not in it.
        </p>
      </PageHeading>
      <Download problem={problem} />
      <NightlyBackup nightly={nightly} />
      <HowToRestore />
    </>
  );
}

function Download({ problem }: { problem: string | null }) {
  return (
    <section className="section" aria-labelledby="download">
      <h2 id="download">Now</h2>
      {problem && (
        <p className="notice" role="alert">
          <span>
            <strong>No backup was made.</strong> {problem}
          </span>
        </p>
      )}
      <p>
        The file shows one moment, while people go on working. It is not encrypted: keep it where only few can
        read it.
      </p>
      <form method="post" action="/backups/download">
        <button type="submit">Download a backup now</button>
      </form>
    </section>
  );
}

function HowToRestore() {
  return (
    <section className="section" aria-labelledby="restore">
      <h2 id="restore">How to restore one</h2>
      <p>
        A backup goes into an empty database, of SQLite or PostgreSQL, whichever it came from. Stop Tributary,
        let <code>DATABASE_URL</code> name a new database, and run on the server:
      </p>
      <pre className="command">npm run portfolio -- restore tributary.backup</pre>
      <p>
        A damaged file, or one of a newer version, is refused and changes nothing. Afterwards everybody signs
        in anew. Passwords, roles and tokens are as they were when the backup was made; second factors work
        only with the same session secret, which is not in the file.
      </p>
    </section>
  );
}
