import type { ApiTokenState } from '#app/domain/api-token.ts';
import type { Role } from '#app/domain/role.ts';
import { Badge } from './badge.tsx';
import { InstantText } from './instant-text.tsx';
import { ROLE_NAMES } from './person-words.tsx';
import { TableBox } from './table-box.tsx';

/** A token in a list; moments as ISO texts. */
export type ShownToken = {
  readonly id: number;
  readonly name: string | null;
  readonly role: Role;
  readonly state: ApiTokenState;
  readonly madeBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** Tokens of one kind: those that are good can be revoked. */
export function TokenTable({ caption, tokens }: { caption: string; tokens: readonly ShownToken[] }) {
  const areGood = tokens.some(({ state }) => state === 'good');
  return (
    <TableBox name={caption} hasLinks={areGood}>
      <table className="ledger tokens">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Role</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">Ends</th>
            {areGood && (
              <th scope="col">
                <span className="visually-hidden">Revoke</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">
                <span className="row-name">{nameOf(token)}</span>
                <small>No. {token.id}</small>
              </th>
              <td data-heading="Role">{ROLE_NAMES[token.role]}</td>
              <td data-heading="Made">
                <span>
                  <InstantText at={token.createdAt} />
                  {token.madeBy !== null && <small>by {token.madeBy}</small>}
                </span>
              </td>
              <td data-heading="Last used">
                {token.lastUsedAt === null ? (
                  <span className="quiet">never</span>
                ) : (
                  <InstantText at={token.lastUsedAt} />
                )}
              </td>
              <td data-heading="Ends">
                <End token={token} />
              </td>
              {areGood && (
                <td>
                  <Revoke token={token} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function nameOf({ name, id }: ShownToken): string {
  return name ?? `Token ${id}`;
}

function End({ token: { state, expiresAt, revokedAt } }: { token: ShownToken }) {
  if (revokedAt !== null) {
    return (
      <span>
        <Badge>revoked</Badge> <InstantText at={revokedAt} />
      </span>
    );
  }
  if (expiresAt === null) return <Badge tone="notice">never</Badge>;
  return (
    <span>
      {state === 'expired' && <Badge>expired</Badge>} <InstantText at={expiresAt} />
    </span>
  );
}

/** What cannot be undone is asked twice, with scripts or without. */
function Revoke({ token }: { token: ShownToken }) {
  return (
    <details className="confirm">
      <summary>
        Revoke<span className="visually-hidden"> {nameOf(token)}</span>
      </summary>
      <form method="post" action="/tokens">
        <p>Programs that use it are refused from then on.</p>
        <button type="submit" name="revoke" value={token.id} className="is-alarm">
          Revoke “{nameOf(token)}” for good
        </button>
      </form>
    </details>
  );
}
