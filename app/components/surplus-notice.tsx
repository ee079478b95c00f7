import { Figure } from './figure.tsx';
import { Swatch } from './layers.tsx';

/** More money than an activity needs: a reason to re-allocate, and no help for any other gap until then. */
export function SurplusNotice({ activity, surplusMinor }: { activity: string; surplusMinor: bigint | null }) {
  if (surplusMinor === null || surplusMinor === 0n) return null;
  return (
    <p className="notice is-surplus">
      <Swatch layer="surplus" />
      <span>
        <strong>
          Surplus of{' '}
          <Figure figure="surplus" scope={{ by: 'activity', key: activity }} minor={surplusMinor} named />
        </strong>
        : allocated here beyond what is needed. It closes no other gap until it is re-allocated.
      </span>
    </p>
  );
}
