import type { PledgeFacts, ProgrammeFacts } from './facts.ts';
import { roleMay } from './permission.ts';
import { isCommitted } from './pledge.ts';
import type { Role } from './role.ts';

/** How much of a portfolio somebody sees: all of it, or only what is decided. */
export type Sight = 'everything' | 'decided';

/** Prospects and pledges without an agreement are confidential: who may not see both sees what is decided. */
export function sightOf(role: Role): Sight {
  return roleMay(role, 'see prospects') && roleMay(role, 'see undecided pledges') ? 'everything' : 'decided';
}

/**
 * The facts without what is undecided: no prospects, and of a pledge that was not committed by the as-of date only
 * what was received, as if it were cancelled. The firm figures (requirement, received, committed, gap, and flexible,
 * deployable, stranded and attainable of firm money) are those of all facts.
 *
 * @source docs/decisions/0011-viewers-see-what-is-decided.md
 */
export function withoutUndecided(facts: ProgrammeFacts): ProgrammeFacts {
  return {
    ...facts,
    pledges: facts.pledges.flatMap((pledge) => decidedPart(pledge, facts.asOf)),
    prospects: [],
  };
}

function decidedPart(pledge: PledgeFacts, asOf: string): PledgeFacts[] {
  if (isCommitted(pledge, asOf)) return [pledge];
  const hasPaid = pledge.receipts.some(({ amountMinor }) => amountMinor > 0n);
  return hasPaid ? [{ ...pledge, cancelledOn: asOf, writtenOffMinor: 0n }] : [];
}
