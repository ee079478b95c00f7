/** The pages of a site that links lead to from a start, as addresses without the site's own. */
export async function crawl(
  start: readonly string[],
  open: (address: string) => Promise<string>,
): Promise<string[]> {
  const found = new Set(start);
  // A set hands out what is added to it on the way.
  for (const address of found) {
    const html = await open(address);
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)) {
      found.add(href.replaceAll('&amp;', '&'));
    }
  }
  return [...found];
}

/** Where the data of a page are that the browser fetches on its way from another one. */
export function dataAddress(address: string): string {
  const [path = '', search] = address.split('?');
  return `${path === '/' ? '/_root' : path}.data${search === undefined ? '' : `?${search}`}`;
}
