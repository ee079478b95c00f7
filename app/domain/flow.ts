/**
 * A directed network through which money can flow, with exact capacities. Edges are added first; flow is pushed
 * afterwards, as often as needed, and later pushes may re-route what earlier ones sent but never take back what
 * arrived.
 *
 * Maximum flow by Dinic's method (E. A. Dinic, 1970), searching from the target back to the source. Nothing is
 * recursive, and a node that a source was once found unable to reach is never visited again for it.
 *
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export class FlowNetwork {
  // Edge e and its reverse e ^ 1 stand side by side; the edges that leave a node form a linked list.
  private readonly heads: number[] = [];
  private readonly residuals: bigint[] = [];
  private readonly nextEdges: number[] = [];
  private readonly firstEdges: Int32Array;
  private readonly levels: Int32Array;
  private readonly cursors: Int32Array;
  private readonly unreachable: Uint8Array;

  /** @param nodeCount Nodes are the numbers from 0 to `nodeCount - 1`. */
  constructor(readonly nodeCount: number) {
    this.firstEdges = new Int32Array(nodeCount).fill(-1);
    this.levels = new Int32Array(nodeCount).fill(-1);
    this.cursors = new Int32Array(nodeCount);
    this.unreachable = new Uint8Array(nodeCount);
  }

  /**
   * Adds an edge.
   *
   * @param capacity Not negative.
   * @returns The edge, to ask {@link flowOn} about.
   */
  addEdge(from: number, to: number, capacity: bigint): number {
    const edge = this.heads.length;
    this.link(from, to, capacity);
    this.link(to, from, 0n);
    return edge;
  }

  private link(from: number, to: number, residual: bigint): void {
    this.nextEdges.push(this.firstEdges[from] as number);
    this.firstEdges[from] = this.heads.length;
    this.heads.push(to);
    this.residuals.push(residual);
  }

  /** What flows through an edge now. */
  flowOn(edge: number): bigint {
    return this.residuals[edge ^ 1] as bigint;
  }

  /**
   * Pushes as much more flow from a source to a target as fits, at most `limit`.
   *
   * @param source The same one in every call on a network.
   * @returns How much was added.
   */
  push(source: number, target: number, limit: bigint | null = null): bigint {
    let added = 0n;
    while (limit === null || added < limit) {
      const visited = this.measureDistances(source, target);
      const isReached = this.levels[source] !== -1;
      if (isReached) added += this.pushShortestPaths(source, target, limit === null ? null : limit - added);
      // No residual edge leads into what was visited in vain, and none can appear: no later path gets inside.
      for (const node of visited) {
        this.levels[node] = -1;
        if (!isReached) this.unreachable[node] = 1;
      }
      if (!isReached) break;
    }
    return added;
  }

  /** Sets the level of each node nearer to the target than the source is; returns the nodes that have one. */
  private measureDistances(source: number, target: number): number[] {
    const queue: number[] = [];
    if (this.unreachable[target] === 1) return queue;
    queue.push(target);
    this.levels[target] = 0;
    this.cursors[target] = this.firstEdges[target] as number;
    for (let position = 0; position < queue.length; position++) {
      const node = queue[position] as number;
      const level = (this.levels[node] as number) + 1;
      for (let edge = this.firstEdges[node] as number; edge !== -1; edge = this.nextEdges[edge] as number) {
        const before = this.heads[edge] as number;
        if (this.levels[before] !== -1 || this.unreachable[before] === 1) continue;
        if (this.residuals[edge ^ 1] === 0n) continue;
        this.levels[before] = level;
        this.cursors[before] = this.firstEdges[before] as number;
        queue.push(before);
        if (before === source) return queue;
      }
    }
    return queue;
  }

  /** A blocking flow over shortest paths: walks from the target back to the source along rising levels. */
  private pushShortestPaths(source: number, target: number, limit: bigint | null): bigint {
    const path: number[] = [];
    let node = target;
    let added = 0n;
    while (limit === null || added < limit) {
      if (node === source) {
        const amount = this.smallestResidual(path, limit === null ? null : limit - added);
        added += amount;
        node = this.sendAlong(path, amount);
        continue;
      }
      const edge = this.nextUphill(node);
      if (edge !== -1) {
        path.push(edge ^ 1);
        node = this.heads[edge] as number;
      } else {
        const back = path.pop();
        if (back === undefined) break;
        this.levels[node] = -2;
        node = this.heads[back] as number;
      }
    }
    return added;
  }

  /** The next edge of a node whose reverse can carry more from one level further away, or -1. */
  private nextUphill(node: number): number {
    const level = (this.levels[node] as number) + 1;
    let edge = this.cursors[node] as number;
    while (
      edge !== -1 &&
      (this.levels[this.heads[edge] as number] !== level || this.residuals[edge ^ 1] === 0n)
    ) {
      edge = this.nextEdges[edge] as number;
    }
    this.cursors[node] = edge;
    return edge;
  }

  private smallestResidual(path: readonly number[], limit: bigint | null): bigint {
    let smallest = limit;
    for (const edge of path) {
      const residual = this.residuals[edge] as bigint;
      if (smallest === null || residual < smallest) smallest = residual;
    }
    return smallest ?? 0n;
  }

  /** Sends an amount along a path and cuts the path before its first full edge; returns the node it ends at. */
  private sendAlong(path: number[], amount: bigint): number {
    let firstFull = path.length;
    for (const [position, edge] of path.entries()) {
      this.residuals[edge] = (this.residuals[edge] as bigint) - amount;
      this.residuals[edge ^ 1] = (this.residuals[edge ^ 1] as bigint) + amount;
      if (this.residuals[edge] === 0n && position < firstFull) firstFull = position;
    }
    // Without a full edge the limit was met, and the caller's loop ends.
    const cut = path[Math.min(firstFull, path.length - 1)] as number;
    path.length = Math.min(firstFull, path.length - 1);
    return this.heads[cut] as number;
  }

  /**
   * The nodes from which a target can be reached in the residual network: where one more unit would still get
   * through, or make room by moving what already flows.
   *
   * @returns One entry per node, 1 where the target can be reached.
   */
  nodesReaching(target: number): Uint8Array {
    const reaches = new Uint8Array(this.nodeCount);
    reaches[target] = 1;
    const stack = [target];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let edge = this.firstEdges[node] as number; edge !== -1; edge = this.nextEdges[edge] as number) {
        const before = this.heads[edge] as number;
        if (reaches[before] === 1 || this.residuals[edge ^ 1] === 0n) continue;
        reaches[before] = 1;
        stack.push(before);
      }
    }
    return reaches;
  }
}
