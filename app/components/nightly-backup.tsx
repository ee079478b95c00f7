import { ByteCount } from './byte-count.tsx';
import { InstantText } from './instant-text.tsx';
import { TableBox } from './table-box.tsx';

type Kept = { readonly name: string; readonly madeFor: string; readonly byteCount: number };

export type Nightly = {
  readonly folder: string;
  readonly keepCount: number;
  /** Hours and minutes in UTC. */
  readonly at: string;
  /** Newest first. */
  readonly kept: readonly Kept[];
  /** The moment for which there should be a backup and is none. */
  readonly missing: string | null;
};

/** When backups are made by themselves, where they go, and whether they do. */
export function NightlyBackup({ nightly }: { nightly: Nightly | null }) {
  return (
    <section className="section" aria-labelledby="nightly">
      <h2 id="nightly">Every night</h2>
      {nightly ? <State nightly={nightly} /> : <NotConfigured />}
    </section>
  );
}

function State({ nightly: { folder, keepCount, at, kept, missing } }: { nightly: Nightly }) {
  const [last] = kept;
  return (
    <>
      <p>
        A backup is made every night at {at} UTC into <code className="path">{folder}</code> on the server.{' '}
        {keepCount === 1 ? 'Only the newest is kept.' : `The newest ${keepCount} are kept.`}
      </p>
      {missing && (
        <p className="notice" role="status">
          <strong>Missing:</strong>
          <span>
            there is no backup of <InstantText at={missing} />. It may be in the making; if it failed, the log
            of the server says why.
          </span>
        </p>
      )}
      {last ? (
        <>
          <p>
            The last good one is of <InstantText at={last.madeFor} />.
          </p>
          <KeptBackups kept={kept} />
        </>
      ) : (
        <p className="quiet">None has been made yet.</p>
      )}
    </>
  );
}

function KeptBackups({ kept }: { kept: readonly Kept[] }) {
  return (
    <TableBox name="Backups that are kept" hasLinks={false}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Backup of</th>
            <th scope="col" className="is-amount">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {kept.map(({ name, madeFor, byteCount }) => (
            <tr key={name}>
              <th scope="row">
                <InstantText at={madeFor} />
                <small>{name}</small>
              </th>
              <td className="is-amount date">
                <ByteCount byteCount={byteCount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function NotConfigured() {
  return (
    <>
      <p className="notice" role="status">
        <strong>Off:</strong>
        <span>no backup is made by itself.</span>
      </p>
      <p>
        Set <code>BACKUP_FOLDER</code> to a folder, best on another disk, and start Tributary again. A backup
        is then made at 02:30 UTC and the newest 14 are kept; <code>BACKUP_AT</code> and{' '}
        <code>BACKUP_KEEP</code> change that. For example:
      </p>
      <pre className="command">BACKUP_FOLDER=/srv/backups BACKUP_AT=01:15 BACKUP_KEEP=30 npm start</pre>
    </>
  );
}
