import type { FundingNetwork, GapCell, Route } from './funding-network.ts';

/** A proposed allocation, minor units of the reporting currency. */
export type ProposedAllocation = {
  readonly pledge: string;
  readonly activity: string;
  readonly year: number;
  readonly amountMinor: bigint;
};

/** An amount that an item gives or takes. */
type Part<Item> = { readonly item: Item; readonly amountMinor: bigint };

/**
 * Reads the flow through a funding network as allocations of pledges to cells, one per pledge and cell. Within
 * equal earmarks, pledges are used up in the order of their codes.
 *
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export function proposedAllocations(funding: FundingNetwork): ProposedAllocation[] {
  const proposed = new Map<string, ProposedAllocation>();
  for (const [purse, cells] of cellsByPurse(funding)) {
    const pots = funding.purses[purse]?.pots ?? [];
    const givers = pots.map(({ pledge, amountMinor }) => ({ item: pledge, amountMinor }));
    for (const { giver: pledge, taker, amountMinor } of pairUp(givers, cells)) {
      const { activity, year } = funding.cells[taker] as GapCell;
      const key = JSON.stringify([pledge, activity, year]);
      const earlierMinor = proposed.get(key)?.amountMinor ?? 0n;
      proposed.set(key, { pledge, activity, year, amountMinor: earlierMinor + amountMinor });
    }
  }
  return [...proposed.values()];
}

/** What each purse gives to which cells, both by position; cells in their order. */
function cellsByPurse(funding: FundingNetwork): Map<number, Part<number>[]> {
  const arrived = followPurses(funding);
  const result = new Map<number, Part<number>[]>();
  for (const cell of funding.cells.keys()) {
    for (const { item: purse, amountMinor } of arrived.get(funding.firstCell + cell) ?? []) {
      const parts = result.get(purse) ?? [];
      parts.push({ item: cell, amountMinor });
      result.set(purse, parts);
    }
  }
  return result;
}

/** What arrives at each node, and from which purse: every route leads to a later node. */
function followPurses({ network, purses, routes }: FundingNetwork): Map<number, Part<number>[]> {
  const arrived = new Map<number, Part<number>[]>();
  for (const [purse, { amountMinor }] of purses.entries()) arrived.set(purse, [{ item: purse, amountMinor }]);
  for (const [from, routesOut] of groupByStart(routes)) {
    const takers = routesOut.map(({ edge, to }) => ({ item: to, amountMinor: network.flowOn(edge) }));
    for (const { giver: purse, taker: to, amountMinor } of pairUp(arrived.get(from) ?? [], takers)) {
      const parts = arrived.get(to) ?? [];
      parts.push({ item: purse, amountMinor });
      arrived.set(to, parts);
    }
  }
  return arrived;
}

/** Routes by the node they leave; these ascend, as the routes were laid node by node. */
function groupByStart(routes: readonly Route[]): Map<number, Route[]> {
  const groups = new Map<number, Route[]>();
  for (const route of routes) {
    const group = groups.get(route.from);
    if (group) group.push(route);
    else groups.set(route.from, [route]);
  }
  return groups;
}

/** Serves takers from givers, both in the order given, until either run out. */
function pairUp<Giver, Taker>(
  givers: readonly Part<Giver>[],
  takers: readonly Part<Taker>[],
): { giver: Giver; taker: Taker; amountMinor: bigint }[] {
  const pairs: { giver: Giver; taker: Taker; amountMinor: bigint }[] = [];
  const remaining = givers.values();
  let giver = remaining.next().value;
  let leftMinor = giver?.amountMinor ?? 0n;
  for (const taker of takers) {
    let openMinor = taker.amountMinor;
    while (giver !== undefined && openMinor > 0n) {
      const amountMinor = leftMinor < openMinor ? leftMinor : openMinor;
      pairs.push({ giver: giver.item, taker: taker.item, amountMinor });
      openMinor -= amountMinor;
      leftMinor -= amountMinor;
      if (leftMinor > 0n) continue;
      giver = remaining.next().value;
      leftMinor = giver?.amountMinor ?? 0n;
    }
  }
  return pairs;
}
