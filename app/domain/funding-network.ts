import type { Priority } from './activity.ts';
import { allowsActivity, allowsYear, type Earmark } from './earmark.ts';
import { FlowNetwork } from './flow.ts';
import { type FlexiblePot, gatherChannels, gatherPurses, inOrder, type Purse } from './purses.ts';

/** What is open in one (activity, year), and what an earmark looks at there. Each occurs once. */
export type GapCell = {
  readonly activity: string;
  readonly year: number;
  readonly theme: string;
  /** Codes of the activity's species programmes. */
  readonly species: readonly string[];
  readonly priority: Priority | null;
  /** Minor units of the reporting currency. */
  readonly openMinor: bigint;
};

/** Cells that look alike to every earmark that names no activities, by their positions. */
type CellClass = { readonly sample: GapCell; readonly cells: number[] };

/** An edge of the network between two of its nodes. */
export type Route = { readonly edge: number; readonly from: number; readonly to: number };

/**
 * The network that flexible money flows through: source → purses → channels → classes → cells. A channel is an
 * earmark with at most one code in each dimension, a class is a (theme, species set, year); a purse whose earmark
 * names activities leads to their cells directly. Money can flow from a purse to a cell if and only if the
 * earmark allows it. Nodes are numbered in this order, the source after the cells and the sink last.
 */
export type FundingNetwork = {
  readonly network: FlowNetwork;
  /** Nothing leads to it yet. */
  readonly sink: number;
  /** The node of the first purse is 0; this is that of the first cell. */
  readonly firstCell: number;
  readonly cells: readonly GapCell[];
  readonly purses: readonly Purse[];
  /** All edges but those that leave the source. */
  readonly routes: readonly Route[];
};

/**
 * Lays the network out so that tens of thousands of pledges and cells need few edges.
 *
 * @param cells Only those with something open; nodes follow their order.
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export function layFundingNetwork(cells: readonly GapCell[], pots: readonly FlexiblePot[]): FundingNetwork {
  const purses = gatherPurses(pots);
  const { channels, channelsOfPurse } = gatherChannels(purses);
  const classes = gatherClasses(cells);
  const firstClass = purses.length + channels.length;
  const firstCell = firstClass + classes.length;
  const source = firstCell + cells.length;
  const network = new FlowNetwork(source + 2, source);
  const unlimited = purses.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const routes: Route[] = [];
  const connect = (from: number, firstTarget: number, targets: readonly number[]) => {
    for (const target of targets) {
      const to = firstTarget + target;
      routes.push({ edge: network.addEdge(from, to, unlimited), from, to });
    }
  };

  const cellsAllowed = cellFinder(cells);
  for (const [purse, { earmark }] of purses.entries()) {
    if (earmark.activities.length > 0) connect(purse, firstCell, cellsAllowed(earmark));
    else connect(purse, purses.length, channelsOfPurse[purse] ?? []);
  }
  const classesAllowed = classFinder(classes);
  for (const [channel, earmark] of channels.entries()) {
    connect(purses.length + channel, firstClass, classesAllowed(earmark));
  }
  for (const [position, { cells: members }] of classes.entries()) {
    connect(firstClass + position, firstCell, members);
  }
  // The edges added last are looked at first: a search that meets a purse with money in it ends at once.
  for (const [purse, { amountMinor }] of purses.entries()) network.addEdge(source, purse, amountMinor);
  return { network, sink: source + 1, firstCell, cells, purses, routes };
}

function gatherClasses(cells: readonly GapCell[]): CellClass[] {
  const classes = new Map<string, CellClass>();
  for (const [position, cell] of cells.entries()) {
    const key = JSON.stringify([cell.theme, inOrder(cell.species), cell.year]);
    const cellClass = classes.get(key);
    if (cellClass) cellClass.cells.push(position);
    else classes.set(key, { sample: cell, cells: [position] });
  }
  return [...classes.values()];
}

function allowsCell(earmark: Earmark, cell: GapCell): boolean {
  if (!allowsYear(earmark, cell.year)) return false;
  const species = cell.species.map((code) => ({ code }));
  return allowsActivity(earmark, { code: cell.activity, theme: cell.theme, species });
}

/** Positions of the cells that an earmark with activities allows. */
function cellFinder(cells: readonly GapCell[]): (earmark: Earmark) => number[] {
  const byActivity = indexBy(cells, ({ activity }) => [activity]);
  return (earmark) =>
    positionsIn(byActivity, earmark.activities).filter((position) =>
      allowsCell(earmark, cells[position] as GapCell),
    );
}

/** Positions of the classes that a channel allows, looked for among those of its species if it names one. */
function classFinder(classes: readonly CellClass[]): (channel: Earmark) => number[] {
  const samples = classes.map(({ sample }) => sample);
  const bySpecies = indexBy(samples, ({ species }) => species);
  const everywhere = samples.map((_, position) => position);
  return (channel) => {
    const candidates = channel.species.length > 0 ? positionsIn(bySpecies, channel.species) : everywhere;
    return candidates.filter((position) => allowsCell(channel, samples[position] as GapCell));
  };
}

function indexBy<Key>(
  cells: readonly GapCell[],
  keysOf: (cell: GapCell) => readonly Key[],
): Map<Key, number[]> {
  const index = new Map<Key, number[]>();
  for (const [position, cell] of cells.entries()) {
    for (const key of new Set(keysOf(cell))) {
      const positions = index.get(key);
      if (positions) positions.push(position);
      else index.set(key, [position]);
    }
  }
  return index;
}

function positionsIn<Key>(index: ReadonlyMap<Key, readonly number[]>, keys: readonly Key[]): number[] {
  return keys.flatMap((key) => index.get(key) ?? []);
}
