/** What a browser does with cookies when it follows redirects: one jar for each origin. */
export class CookieJar {
  readonly #origins = new Map<string, Map<string, string>>();

  /** Asks for one address, without following where its answer leads. */
  async fetch(address: string | URL, options: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const kept = this.#origins.get(origin) ?? new Map<string, string>();
    this.#origins.set(origin, kept);
    const headers = new Headers(options.headers);
    if (kept.size > 0) headers.set('cookie', [...kept].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
    return response;
  }

  /** The same cookies in another browser. */
  copy(): CookieJar {
    const other = new CookieJar();
    for (const [origin, cookies] of this.#origins) other.#origins.set(origin, new Map(cookies));
    return other;
  }

  names(origin: string): string[] {
    return [...(this.#origins.get(origin)?.keys() ?? [])];
  }
}

/** Where an answer sends a browser. */
export function locationOf(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.url} answered ${response.status} and leads nowhere`);
  return new URL(location, response.url);
}
