/** A way into a JSON value: keys of objects and indexes of lists. */
export type JsonPath = readonly PropertyKey[];

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;
const LONGEST_SHOWN_KEY = 60;

/** Writes a path as people read it: `pledges[3].allocations[0].amount`; the whole document is the empty text. */
export function formatPath(path: JsonPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text = joinKey(text, String(part));
  }
  return text;
}

/** Puts two written paths together. */
export function joinPaths(base: string, rest: string): string {
  return base === '' || rest === '' || rest.startsWith('[') ? `${base}${rest}` : `${base}.${rest}`;
}

function joinKey(base: string, key: string): string {
  if (key.length <= LONGEST_SHOWN_KEY && PLAIN_KEY.test(key)) return joinPaths(base, key);
  const shown = key.length > LONGEST_SHOWN_KEY ? `${key.slice(0, LONGEST_SHOWN_KEY)}…` : key;
  return `${base}[${JSON.stringify(shown)}]`;
}
