import { type SpeciesShare, WHOLE_SHARE_MILLIONTHS } from '#app/domain/activity.ts';
import { ScopedLink } from './figure-scope.tsx';

/** A share in per cent with the decimals it needs: `33.3333 %`. */
export function shareText(shareMillionths: bigint): string {
  const whole = shareMillionths / 10_000n;
  const decimals = (shareMillionths % 10_000n).toString().padStart(4, '0').replace(/0+$/, '');
  return decimals ? `${whole}.${decimals} %` : `${whole} %`;
}

/** The species programmes of an activity, each a link, with shares where there are several. */
export function SpeciesShares({
  species,
  names,
}: {
  species: readonly SpeciesShare[];
  names: ReadonlyMap<string, string>;
}) {
  if (species.length === 0) return <ScopedLink to="/species/cross-cutting">Cross-cutting</ScopedLink>;
  return (
    <ul className="inline-list">
      {species.map(({ code, shareMillionths }) => (
        <li key={code}>
          <ScopedLink to={`/species/${encodeURIComponent(code)}`}>{names.get(code) ?? code}</ScopedLink>
          {shareMillionths < WHOLE_SHARE_MILLIONTHS && <small> {shareText(shareMillionths)}</small>}
        </li>
      ))}
    </ul>
  );
}
