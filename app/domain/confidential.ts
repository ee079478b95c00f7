import type { ActivityPledge } from './activity-money.ts';
import type { Breakdown, FigureName } from './breakdown.ts';
import type { IsoDate } from './dates.ts';
import type { PledgeFacts, ProgrammeFacts } from './facts.ts';
import { roleMay } from './permission.ts';
import { isCancelled, isCommitted, type Pledge } from './pledge.ts';
import type { Role } from './role.ts';
import type { Visitor } from './visitor.ts';

/** How much of a portfolio somebody sees: all of it, or only what is decided. */
export type Sight = 'everything' | 'decided';

/** Prospects and pledges without an agreement are confidential: who may not see both sees what is decided. */
export function sightOf(role: Role): Sight {
  return roleMay(role, 'see prospects') && roleMay(role, 'see undecided pledges') ? 'everything' : 'decided';
}

/** As {@link sightOf}, for whoever asks for a page. */
export function visitorSight(visitor: Visitor): Sight {
  return visitor.kind === 'person' ? sightOf(visitor.role) : 'decided';
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

function decidedPart(pledge: PledgeFacts, asOf: IsoDate): PledgeFacts[] {
  if (isCommitted(pledge, asOf)) return [pledge];
  const hasPaid = pledge.receipts.some(({ amountMinor }) => amountMinor > 0n);
  return hasPaid ? [{ ...pledge, cancelledOn: asOf, writtenOffMinor: 0n }] : [];
}

const DECIDED_FIGURES: readonly FigureName[] = [
  'requirement',
  'received',
  'committed',
  'gap',
  'flexible',
  'deployable',
  'stranded',
  'attainableGap',
];

/** Whether somebody sees a figure: one with announced money or prospects in it is not for everybody. */
export function seesFigure(sight: Sight, figure: FigureName): boolean {
  return sight === 'everything' || DECIDED_FIGURES.includes(figure);
}

/** A breakdown whose parts lead only to figures that its reader sees. */
export function shownBreakdown(breakdown: Breakdown, sight: Sight): Breakdown {
  return {
    ...breakdown,
    parts: breakdown.parts.map((part) =>
      part.reference && !seesFigure(sight, part.reference.figure) ? { ...part, reference: null } : part,
    ),
  };
}

/** A pledge as one activity sees it, for somebody who sees only what is decided. */
export type DecidedPledge = {
  readonly code: string;
  readonly receivedMinor: bigint;
  /** Null where there was no agreement by the as-of date: then only what was received is shown. */
  readonly agreement:
    | (Pick<ActivityPledge, 'earmarkLevel' | 'allocations' | 'outstandingMinor'> &
        Pick<Pledge, 'donor' | 'currency' | 'amountMinor' | 'earmark'> & {
          readonly committedOn: IsoDate;
          readonly cancelledOn: IsoDate | null;
        })
    | null;
};

/** What is decided of the pledges that touch an activity. */
export function decidedPledges(pledges: readonly ActivityPledge[], asOf: IsoDate): DecidedPledge[] {
  return pledges.flatMap((each): DecidedPledge[] => {
    const { pledge, receivedMinor } = each;
    const { code, donor, currency, amountMinor, earmark, committedOn, cancelledOn } = pledge;
    if (committedOn === null || !isCommitted(pledge, asOf)) {
      return receivedMinor > 0n ? [{ code, receivedMinor, agreement: null }] : [];
    }
    const { earmarkLevel, allocations, outstandingMinor } = each;
    const agreement = {
      ...{ donor, currency, amountMinor, earmark, earmarkLevel, allocations, outstandingMinor, committedOn },
      cancelledOn: isCancelled(pledge, asOf) ? cancelledOn : null,
    };
    return [{ code, receivedMinor, agreement }];
  });
}
