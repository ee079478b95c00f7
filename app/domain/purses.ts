import type { Earmark } from './earmark.ts';
import { comparePlain } from './order.ts';

/** The flexible part of a pledge, minor units of the reporting currency. A pledge may have several. */
export type FlexiblePot = {
  readonly pledge: string;
  readonly earmark: Earmark;
  readonly amountMinor: bigint;
};

/** Pots with equal earmarks, which are one source of money; by pledge code. */
export type Purse = {
  readonly earmark: Earmark;
  readonly pots: readonly FlexiblePot[];
  readonly amountMinor: bigint;
};

/**
 * One purse per distinct earmark, the empty pots left out, in an order that does not depend on that of the pots.
 *
 * @source domain.md, section 4 ("Pledges with equal earmarks may be merged")
 */
export function gatherPurses(pots: readonly FlexiblePot[]): Purse[] {
  const groups = new Map<string, { earmark: Earmark; pots: FlexiblePot[] }>();
  for (const pot of [...pots].sort((a, b) => comparePlain(a.pledge, b.pledge))) {
    if (pot.amountMinor === 0n) continue;
    const earmark = {
      activities: inOrder(pot.earmark.activities),
      species: inOrder(pot.earmark.species),
      themes: inOrder(pot.earmark.themes),
      years: inOrder(pot.earmark.years),
    };
    const key = JSON.stringify(earmark);
    const group = groups.get(key);
    if (group) group.pots.push(pot);
    else groups.set(key, { earmark, pots: [pot] });
  }
  return [...groups]
    .sort(([a], [b]) => comparePlain(a, b))
    .map(([, group]) => ({
      ...group,
      amountMinor: group.pots.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    }));
}

/**
 * Takes earmarks without activities apart: as any match within a dimension will do, one that names two species
 * and two years allows what four channels, each with one species and one year, allow together.
 *
 * @returns The distinct channels, and for each purse the positions of its own.
 */
export function gatherChannels(purses: readonly Purse[]): {
  channels: Earmark[];
  channelsOfPurse: number[][];
} {
  const channels: Earmark[] = [];
  const positions = new Map<string, number>();
  const positionOf = (channel: Earmark) => {
    const key = JSON.stringify(channel);
    const position = positions.get(key) ?? channels.length;
    if (position === channels.length) channels.push(channel);
    positions.set(key, position);
    return position;
  };
  const channelsOfPurse = purses.map(({ earmark }) =>
    earmark.activities.length > 0 ? [] : singleEarmarks(earmark).map(positionOf),
  );
  return { channels, channelsOfPurse };
}

function singleEarmarks(earmark: Earmark): Earmark[] {
  return singles(earmark.species).flatMap((species) =>
    singles(earmark.themes).flatMap((themes) =>
      singles(earmark.years).map((years) => ({ activities: [], species, themes, years })),
    ),
  );
}

function singles<Element>(elements: readonly Element[]): Element[][] {
  return elements.length === 0 ? [[]] : elements.map((element) => [element]);
}

/** Distinct elements in one order, so that equal sets read the same. */
export function inOrder<Element>(elements: readonly Element[]): Element[] {
  return [...new Set(elements)].sort();
}
