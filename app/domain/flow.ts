/**
 * A directed network through which money can flow from one source, with exact capacities. Edges are added first;
 * flow is pushed afterwards, to as many targets as needed, and later pushes may re-route what earlier ones sent but
 * never take back what arrived.
 *
 * Maximum flow by shortest augmenting paths (Ahuja and Orlin's improved variant): each node has a level, a lower
 * bound of its distance from the source in the residual network, which only ever rises. Nothing is recursive, and
 * what one push has learnt about levels serves the next.
 *
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export class FlowNetwork {
  // Edge e and its reverse e ^ 1 stand side by side; the edges that leave a node form a linked list.
  private readonly heads: number[] = [];
  private readonly residuals: bigint[] = [];
  private readonly nextEdges: number[] = [];
  private readonly firstEdges: Int32Array;
  /** The edge to go on with when a node looks for the way back to the source. */
  private readonly cursors: Int32Array;
  private readonly levels: Int32Array;
  private readonly levelCounts: Int32Array;
  /** Nodes by the levels that they have or had. */
  private readonly levelMembers: number[][] = [];
  /** The level of a node that the source cannot reach any more. */
  private readonly unreachable: number;
  private isMeasured = false;

  /** @param nodeCount Nodes are the numbers from 0 to `nodeCount - 1`; `source` is one of them. */
  constructor(
    readonly nodeCount: number,
    private readonly source: number,
  ) {
    this.unreachable = nodeCount;
    this.firstEdges = new Int32Array(nodeCount).fill(-1);
    this.cursors = new Int32Array(nodeCount);
    this.levels = new Int32Array(nodeCount).fill(nodeCount);
    this.levelCounts = new Int32Array(nodeCount + 1);
  }

  /**
   * Adds an edge.
   *
   * @param capacity Not negative.
   * @returns The edge, to ask {@link flowOn} about.
   * @throws {Error} once flow has been pushed.
   */
  addEdge(from: number, to: number, capacity: bigint): number {
    if (this.isMeasured) throw new Error('Edges must be added before flow is pushed');
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
   * Pushes as much more flow from the source to a target as fits, at most `limit`.
   *
   * @param target Any node but the source.
   * @returns How much was added.
   */
  push(target: number, limit: bigint | null = null): bigint {
    if (!this.isMeasured) this.measureLevels();
    // The way back from the target; each edge on it leads to the one before.
    const path: number[] = [];
    let node = target;
    let added = 0n;
    while ((limit === null || added < limit) && this.levels[target] !== this.unreachable) {
      if (node === this.source) {
        const amount = this.smallestResidual(path, limit === null ? null : limit - added);
        added += amount;
        node = this.sendAlong(path, amount);
        continue;
      }
      const edge = this.nextDownhill(node);
      if (edge !== -1) {
        path.push(edge ^ 1);
        node = this.heads[edge] as number;
      } else {
        this.raise(node);
        node = this.heads[path.pop() ?? -1] ?? target;
      }
    }
    return added;
  }

  private measureLevels(): void {
    this.isMeasured = true;
    const queue = [this.source];
    this.setLevel(this.source, 0);
    for (let position = 0; position < queue.length; position++) {
      const node = queue[position] as number;
      for (let edge = this.firstEdges[node] as number; edge !== -1; edge = this.nextEdges[edge] as number) {
        const next = this.heads[edge] as number;
        if (this.levels[next] !== this.unreachable || this.residuals[edge] === 0n) continue;
        this.setLevel(next, (this.levels[node] as number) + 1);
        queue.push(next);
      }
    }
  }

  private setLevel(node: number, level: number): void {
    this.levels[node] = level;
    this.cursors[node] = this.firstEdges[node] as number;
    if (level === this.unreachable) return;
    this.levelCounts[level] = (this.levelCounts[level] as number) + 1;
    const members = this.levelMembers[level];
    if (members) members.push(node);
    else this.levelMembers[level] = [node];
  }

  /** The next edge of a node that leads one level down and whose reverse can carry more, or -1. */
  private nextDownhill(node: number): number {
    const level = (this.levels[node] as number) - 1;
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

  /** Raises a node above the lowest node that can still send it anything. */
  private raise(node: number): void {
    let lowest = this.unreachable - 1;
    for (let edge = this.firstEdges[node] as number; edge !== -1; edge = this.nextEdges[edge] as number) {
      const level = this.levels[this.heads[edge] as number] as number;
      if (level < lowest && this.residuals[edge ^ 1] !== 0n) lowest = level;
    }
    const before = this.levels[node] as number;
    this.levelCounts[before] = (this.levelCounts[before] as number) - 1;
    this.setLevel(node, lowest + 1);
    // Any way from the source passes through every level on its way up.
    if (this.levelCounts[before] === 0) this.giveUpAbove(before);
  }

  private giveUpAbove(emptyLevel: number): void {
    for (let level = emptyLevel + 1; level < this.levelMembers.length; level++) {
      for (const node of this.levelMembers[level] ?? []) {
        if (this.levels[node] === level) this.levels[node] = this.unreachable;
      }
      this.levelCounts[level] = 0;
    }
    this.levelMembers.length = emptyLevel;
  }

  private smallestResidual(path: readonly number[], limit: bigint | null): bigint {
    let smallest = limit;
    for (const edge of path) {
      const residual = this.residuals[edge] as bigint;
      if (smallest === null || residual < smallest) smallest = residual;
    }
    return smallest ?? 0n;
  }

  /** Sends an amount along a path and cuts it before the first full edge; returns the node it then ends at. */
  private sendAlong(path: number[], amount: bigint): number {
    let firstFull = path.length - 1;
    for (let position = path.length - 1; position >= 0; position--) {
      const edge = path[position] as number;
      this.residuals[edge] = (this.residuals[edge] as bigint) - amount;
      this.residuals[edge ^ 1] = (this.residuals[edge ^ 1] as bigint) + amount;
      if (this.residuals[edge] === 0n) firstFull = position;
    }
    const cut = path[firstFull] as number;
    path.length = firstFull;
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
