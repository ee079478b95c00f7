import { type Problem, ProblemList } from '#app/domain/portfolio-check-findings.ts';
import { joinPaths } from './json-path.ts';

/** Beyond so many unreadable values a file is not read on: its answer would help nobody. */
const MOST_UNREADABLE = 20_000;

/**
 * The problems of one import. It knows which values could not be read, and leaves out what would only follow from
 * them: where the amount of a pledge is not a number, its allocations are not "above the amount".
 */
export class BundleProblems {
  readonly #list = new ProblemList();
  #unreadableCount = 0;
  readonly #unreadable = new Set<string>();
  readonly #aboveUnreadable = new Set<string>();

  get isEmpty(): boolean {
    return this.#list.count === 0;
  }

  get isFull(): boolean {
    return this.#unreadableCount >= MOST_UNREADABLE;
  }

  /** Adds a problem that says nothing about other values, such as an unknown key. */
  add(path: string, message: string): void {
    this.#list.add(path, message);
  }

  /** Adds the problem of a value that has no meaning to go on with. */
  addUnreadable(path: string, message: string): void {
    this.#list.add(path, message);
    this.#unreadableCount += 1;
    this.#unreadable.add(path);
    for (const above of pathsAbove(path)) this.#aboveUnreadable.add(above);
  }

  /** Adds a problem between values, unless one of these was unreadable. Paths in `dependsOn`: see `Report`. */
  addFinding(base: string, field: string, message: string, dependsOn: readonly string[] = []): void {
    const path = joinPaths(base, field);
    if (this.#unreadable.size === 0 || !this.#isVoid(base, path, dependsOn)) this.#list.add(path, message);
  }

  toProblems(): Problem[] {
    if (!this.isFull) return this.#list.toProblems();
    return [...this.#list.toProblems(), { path: '', message: 'too many problems: the rest was not read' }];
  }

  #isVoid(base: string, path: string, dependsOn: readonly string[]): boolean {
    const sources = dependsOn.map((source) => (source.startsWith('.') ? `${base}${source}` : source));
    return [path, ...sources].some((source) => this.#isTouched(source));
  }

  /** Whether a value, what it lies in or a part of it is unreadable. One bad record does not make its list so. */
  #isTouched(path: string): boolean {
    const isWithinRecord = path.includes('.');
    if (this.#unreadable.has(path) || (isWithinRecord && this.#aboveUnreadable.has(path))) return true;
    return pathsAbove(path).some((above) => this.#unreadable.has(above));
  }
}

/** `a[1].b` is below `a[1]`, which is below `a`. */
function pathsAbove(path: string): string[] {
  const above: string[] = [];
  for (let end = 1; end < path.length; end++) {
    if (path[end] === '.' || path[end] === '[') above.push(path.slice(0, end));
  }
  return above;
}
