import type { Problem } from '#app/domain/portfolio-check-findings.ts';
import { formatPath } from './json-path.ts';

/** What a JSON text may be at most; beyond it is an attack or a mistake, and reading stops. */
export type JsonLimits = {
  readonly depth: number;
  readonly values: number;
  readonly keysPerObject: number;
  /** Elements of a list that lies within a list. */
  readonly innerListLength: number;
  readonly problems: number;
};

/** Why and where a text is not JSON. */
export class JsonTextError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** Reads one JSON value strictly, in one pass over its text. Use `readJson`. */
export class JsonReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  path(): string {
    return formatPath(this.#path);
  }

  read(): unknown {
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('something follows the end of the JSON value');
    return value;
  }

  #value(): unknown {
    if (++this.#values > this.#limits.values) this.#fail(`more than ${this.#limits.values} values`);
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE) return this.#string();
    if (code === 0x7b) return this.#object();
    if (code === 0x5b) return this.#list();
    if (code === 0x2d || isDigit(code)) return this.#number();
    for (const [word, value] of LITERALS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#failExpecting('a value');
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const depth = this.#enter();
    let keyCount = 0;
    while (this.#continues(0x7d, keyCount === 0)) {
      if (this.#text.charCodeAt(this.#at) !== QUOTE) this.#failExpecting('a key in double quotes');
      if (++keyCount > this.#limits.keysPerObject) {
        this.#fail(`more than ${this.#limits.keysPerObject} keys in one object`);
      }
      const key = this.#string();
      this.#path[depth] = key;
      if (Object.hasOwn(object, key)) this.#report('the key is given twice in one object');
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== 0x3a) this.#failExpecting('":"');
      this.#at += 1;
      const value = this.#value();
      // Plain assignment would run the inherited setter.
      if (key === '__proto__') this.#report('unknown key');
      else object[key] = value;
    }
    this.#path.length = depth;
    return object;
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    const depth = this.#enter();
    const longest = depth > 1 ? this.#limits.innerListLength : Number.POSITIVE_INFINITY;
    while (this.#continues(0x5d, list.length === 0)) {
      if (list.length >= longest) this.#fail(`more than ${longest} elements in a list within a list`);
      this.#path[depth] = list.length;
      list.push(this.#value());
    }
    this.#path.length = depth;
    return list;
  }

  #enter(): number {
    const depth = this.#path.length;
    if (depth >= this.#limits.depth) this.#fail(`nested deeper than ${this.#limits.depth} levels`);
    this.#at += 1;
    return depth;
  }

  /** Steps over the comma before a further member, or over the closing bracket. */
  #continues(close: number, isFirst: boolean): boolean {
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code === close) {
      this.#at += 1;
      return false;
    }
    if (isFirst) return true;
    if (code !== 0x2c) this.#failExpecting(`"," or "${String.fromCharCode(close)}"`);
    this.#at += 1;
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) === close) this.#fail('a comma with nothing after it');
    return true;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    let isEscaped = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (Number.isNaN(code)) this.#fail('the text ends within a string', at);
      if (code < 0x20) this.#fail('a control character in a string must be escaped', at);
      if (code !== BACKSLASH) continue;
      isEscaped = true;
      at += 1;
      if (text[at] === 'u') {
        if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) this.#fail('not a \\u escape', at - 1);
        at += 4;
      } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) this.#fail('not an escape that JSON has', at - 1);
    }
    this.#at = at + 1;
    return isEscaped ? JSON.parse(text.slice(start, at + 1)) : text.slice(start + 1, at);
  }

  #number(): number {
    const start = this.#at;
    if (this.#text[this.#at] === '-') this.#at += 1;
    const first = this.#at;
    this.#digits();
    if (this.#text[first] === '0' && this.#at > first + 1) this.#fail('a number cannot begin with 0', first);
    if (this.#text[this.#at] === '.') {
      this.#at += 1;
      this.#digits();
    }
    if (this.#text[this.#at] === 'e' || this.#text[this.#at] === 'E') {
      this.#at += 1;
      if (this.#text[this.#at] === '+' || this.#text[this.#at] === '-') this.#at += 1;
      this.#digits();
      this.#report('scientific notation is not accepted');
    }
    return Number(this.#text.slice(start, this.#at));
  }

  #digits(): void {
    if (!isDigit(this.#text.charCodeAt(this.#at))) this.#failExpecting('a digit');
    while (isDigit(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #report(message: string): void {
    this.problems.push({ path: this.path(), message });
    if (this.problems.length >= this.#limits.problems) this.#fail('too many problems to go on');
  }

  #failExpecting(expected: string): never {
    if (this.#at >= this.#text.length) return this.#fail(`the text ends where ${expected} should be`);
    const found = JSON.stringify(String.fromCodePoint(this.#text.codePointAt(this.#at) as number));
    return this.#fail(`expected ${expected}, found ${found}`);
  }

  #fail(message: string, offset = this.#at): never {
    throw new JsonTextError(message, offset);
  }
}
