import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowNetwork } from '#app/domain/flow.ts';

type Edge = readonly [from: number, to: number, capacity: number];

function networkOf(nodeCount: number, edges: readonly Edge[]) {
  const network = new FlowNetwork(nodeCount, 0);
  const ids = edges.map(([from, to, capacity]) => network.addEdge(from, to, BigInt(capacity)));
  return { network, ids };
}

/** What crosses from a set of nodes (as bits) to the others. */
function cutCapacity(edges: readonly Edge[], side: number): bigint {
  const isInside = (node: number) => (side & (1 << node)) !== 0;
  return edges
    .filter(([from, to]) => isInside(from) && !isInside(to))
    .reduce((sum, [, , capacity]) => sum + BigInt(capacity), 0n);
}

/** The smallest cut between two nodes, by trying every set of nodes. */
function smallestCut(nodeCount: number, edges: readonly Edge[], source: number, target: number): bigint {
  let smallest: bigint | null = null;
  for (let side = 0; side < 1 << nodeCount; side++) {
    if ((side & (1 << source)) === 0 || (side & (1 << target)) !== 0) continue;
    const capacity = cutCapacity(edges, side);
    if (smallest === null || capacity < smallest) smallest = capacity;
  }
  return smallest ?? 0n;
}

/** What enters a node minus what leaves it. */
function balance(edges: readonly Edge[], flows: readonly bigint[], node: number): bigint {
  return edges.reduce((sum, [from, to], index) => {
    const flow = flows[index] ?? 0n;
    return sum + (to === node ? flow : 0n) - (from === node ? flow : 0n);
  }, 0n);
}

const NODE_COUNT = 6;
const node = fc.nat(NODE_COUNT - 1);
const anyEdges = fc.array(fc.tuple(node, node, fc.nat(6)), { maxLength: 18 });

describe('the largest flow through a network', () => {
  it.each<[string, number, Edge[], bigint]>([
    ['is nothing where no edge leads to the target', 3, [[0, 1, 5]], 0n],
    [
      'is nothing where a capacity on the only way is 0',
      3,
      [
        [0, 1, 5],
        [1, 2, 0],
      ],
      0n,
    ],
    [
      'is what the narrowest edge of a chain lets through',
      4,
      [
        [0, 1, 5],
        [1, 2, 3],
        [2, 3, 4],
      ],
      3n,
    ],
    [
      'adds up parallel edges',
      2,
      [
        [0, 1, 5],
        [0, 1, 2],
      ],
      7n,
    ],
    [
      'ignores an edge from a node to itself and edges that run backwards',
      3,
      [
        [0, 1, 5],
        [1, 1, 9],
        [1, 0, 9],
        [1, 2, 4],
        [2, 0, 9],
      ],
      4n,
    ],
    [
      'takes back an early choice that was in the way',
      4,
      [
        [0, 1, 1],
        [0, 2, 1],
        [1, 2, 1],
        [1, 3, 1],
        [2, 3, 1],
      ],
      2n,
    ],
  ])('%s', (_, nodeCount, edges, expected) => {
    expect(networkOf(nodeCount, edges).network.push(nodeCount - 1)).toBe(expected);
  });

  it('is exact far beyond what a floating-point number can hold', () => {
    const network = new FlowNetwork(3, 0);
    const huge = 10n ** 40n + 1n;
    network.addEdge(0, 1, huge);
    network.addEdge(1, 2, huge - 2n);
    expect(network.push(2)).toBe(huge - 2n);
  });

  it('finds its way along a path of 50,000 nodes without running out of stack', () => {
    const length = 50_000;
    const network = new FlowNetwork(length, 0);
    for (let from = 0; from + 1 < length; from++) network.addEdge(from, from + 1, 7n);
    expect(network.push(length - 1)).toBe(7n);
  });

  it('equals the smallest cut, whatever the network', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { network } = networkOf(NODE_COUNT, edges);
        expect(network.push(5)).toBe(smallestCut(NODE_COUNT, edges, 0, 5));
      }),
      { numRuns: 500 },
    );
  });

  it('never exceeds a capacity and neither loses nor makes anything on the way', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { network, ids } = networkOf(NODE_COUNT, edges);
        const total = network.push(5);
        const flows = ids.map((id) => network.flowOn(id));
        for (const [index, [, , capacity]] of edges.entries()) {
          expect(flows[index]).toBeGreaterThanOrEqual(0n);
          expect(flows[index]).toBeLessThanOrEqual(BigInt(capacity));
        }
        for (const inner of [1, 2, 3, 4]) expect(balance(edges, flows, inner)).toBe(0n);
        expect(balance(edges, flows, 5)).toBe(total);
      }),
    );
  });

  it('is there already when it is asked for again', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { network } = networkOf(NODE_COUNT, edges);
        network.push(5);
        expect(network.push(5)).toBe(0n);
      }),
    );
  });
});

describe('a flow pushed in steps', () => {
  it('has all its edges from the start', () => {
    const { network } = networkOf(2, [[0, 1, 5]]);
    network.push(1);
    expect(() => network.addEdge(0, 1, 1n)).toThrow('Edges must be added before flow is pushed');
  });

  it('stops at the limit and takes the rest later', () => {
    fc.assert(
      fc.property(anyEdges, fc.nat(8), (edges, limit) => {
        const { network } = networkOf(NODE_COUNT, edges);
        const largest = smallestCut(NODE_COUNT, edges, 0, 5);
        const first = network.push(5, BigInt(limit));
        expect(first).toBe(largest < BigInt(limit) ? largest : BigInt(limit));
        expect(first + network.push(5)).toBe(largest);
      }),
    );
  });

  it('pushes nothing for a limit of 0', () => {
    expect(networkOf(2, [[0, 1, 5]]).network.push(1, 0n)).toBe(0n);
  });

  it('gives later targets all that earlier ones leave, and never takes from those', () => {
    fc.assert(
      fc.property(anyEdges, fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), (edges, limits) => {
        const { network, ids } = networkOf(NODE_COUNT, edges);
        const targets = [3, 4, 5];
        const wanted: Edge[] = [];
        let before = 0n;
        const arrived = targets.map((target, index) => {
          wanted.push([target, NODE_COUNT, limits[index] ?? 0]);
          const added = network.push(target, BigInt(limits[index] ?? 0));
          const together = smallestCut(NODE_COUNT + 1, [...edges, ...wanted], 0, NODE_COUNT);
          expect(before + added).toBe(together);
          before = together;
          return added;
        });
        const flows = ids.map((id) => network.flowOn(id));
        expect(targets.map((target) => balance(edges, flows, target))).toEqual(arrived);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the nodes from which the target can be reached', () => {
  it('include the target, and the source only while more would fit', () => {
    const { network } = networkOf(3, [
      [0, 1, 2],
      [1, 2, 2],
    ]);
    expect([...network.nodesReaching(2)]).toEqual([1, 1, 1]);
    network.push(2, 1n);
    expect([...network.nodesReaching(2)]).toEqual([1, 1, 1]);
    network.push(2);
    expect([...network.nodesReaching(2)]).toEqual([0, 0, 1]);
  });

  it('include one from which something that flows can be moved out of the way', () => {
    const { network } = networkOf(5, [
      [0, 1, 1],
      [1, 2, 1],
      [1, 3, 1],
      [2, 4, 1],
      [3, 4, 1],
    ]);
    network.push(4);
    // one of the nodes 2 and 3 is full: a unit more there would send the first one to the other
    expect([...network.nodesReaching(4)]).toEqual([0, 1, 1, 1, 1]);
  });

  it('are those where one more unit enlarges the largest flow', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { network } = networkOf(NODE_COUNT, edges);
        const largest = network.push(5);
        const reaching = network.nodesReaching(5);
        for (const inner of [1, 2, 3, 4]) {
          const more = smallestCut(NODE_COUNT, [...edges, [0, inner, 1]], 0, 5);
          expect(reaching[inner] === 1).toBe(more > largest);
        }
      }),
      { numRuns: 300 },
    );
  });
});
